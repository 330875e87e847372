/** Whether a line ends as a sentence does: a stop, closing quotation marks or brackets after it allowed. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟۔।][\s"'”’»“)\]」』]*$/u.test(line);
}

/** Whether a line may only be the rest of a line before it. */
export function startsInLowerCase(line: string): boolean {
  return /^["'“‘«(]?\p{Ll}/u.test(line) && !/^\p{Ll}\p{Lu}/u.test(line);
}

/** A line of dashes, stars or the like, which divides and says nothing. */
export function isRule(line: string): boolean {
  return /^[\s\-–—_=*~#+.·•]{3,}$/.test(line) && !/^\s*\.{3}\s*$/.test(line);
}
