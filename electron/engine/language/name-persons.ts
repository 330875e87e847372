/** A person's name in parts, folded: lower case, without accents, titles and suffixes. */
export interface PersonName {
  /** Given names and initials in order; empty where only a surname stands. */
  readonly given: readonly string[];
  /** With its particles: "von der leyen". */
  readonly surname: string;
  /** "jr", "iii"; empty where there is none. */
  readonly suffix: string;
}

const SUFFIX = /\s+(jr|sr|ii|iii|iv)\.?$/;
const folded = new Map<string, string>();
const CACHE_SIZE = 20_000;

/** Lower case, straight apostrophes, no accents, single spaces: the form in which names are compared. */
export function foldName(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded.size >= CACHE_SIZE) folded.clear();
  folded.set(text, result);
  return result;
}

const PARTICLE = /^(von|van|der|den|de|da|di|del|della|dos|das|du|la|le|ten|ter|zu|bin|ibn|al|el|af|av)$/;

export function personName(text: string): PersonName {
  const whole = foldName(text);
  const words = whole.replace(SUFFIX, '').split(' ');
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] ?? '')) first--;
  return {
    given: words.slice(0, first).map((word) => word.replaceAll('.', '')),
    surname: words.slice(first).join(' '),
    suffix: SUFFIX.exec(whole)?.[1] ?? '',
  };
}

const phonetics = new Map<string, string>();

/** A word without the endings and letters that transliterations of one name differ in. */
export function soundOf(word: string): string {
  const known = phonetics.get(word);
  if (known !== undefined) return known;
  const result = word
    .replace(/(iy|yy|ii|yi|ij|yj|y|j)$/, 'i')
    .replace(/sky$|skyi$|skyj$|skij$/, 'ski')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ue/g, 'u')
    .replace(/kh/g, 'h')
    .replace(/ck|q|c(?![eih])/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/y|j/g, 'i')
    .replace(/(.)\1/g, '$1');
  if (phonetics.size >= CACHE_SIZE) phonetics.clear();
  phonetics.set(word, result);
  return result;
}

/** Whether two folded surnames are spellings of one: Zelensky, Zelenskyy, Zelenskiy. */
export function sameSurname(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) > 4 && soundOf(a) === soundOf(b));
}

const SHORT_FORMS = `
alexander alex sasha;alexandria alex;alexandra alex;andrew andy drew;anthony tony;barbara barb;benjamin ben;bernard bernie
charles charlie chuck;christopher chris;christine chris christina;daniel dan danny;david dave;deborah deb debbie
donald don;douglas doug;edward ed eddie ted;elizabeth liz beth betsy;eugene gene;francis frank;frederick fred;gerald jerry
gregory greg;henry harry hank;jacob jake;james jim jimmy jamie;jeffrey jeff;jennifer jen jenny;jonathan jon;john jack johnny jon
joseph joe;joshua josh;judith judy;katherine kate katie kathy;kathleen kathy;kenneth ken;lawrence larry;leonard len
louis lou;margaret maggie peggy meg;matthew matt;michael mike mick;mitchell mitch;nathan nate;nathaniel nate;nicholas nick
pamela pam;patricia pat patty;patrick pat;peter pete;philip phil;raymond ray;rebecca becky;richard rick dick rich
robert bob rob bobby robbie;ronald ron;rudolph rudy;russell russ;samuel sam;samantha sam;stephen steve;steven steve
susan sue;terence terry;theodore ted;thomas tom tommy;timothy tim;victoria vicky;vincent vince;vladimir volodya
volodymyr vladimir;walter walt;william bill will billy;zachary zach;oleksandr alexander aleksandr;andriy andrii andrei
mohammed mohammad muhammad mohamed;dmitry dmitri dmytro;sergei sergey serhii serhiy
`;

const shortForms = new Map<string, ReadonlySet<string>>();
for (const line of SHORT_FORMS.split(/[;\n]/)) {
  const [full, ...forms] = line.split(' ').filter(Boolean);
  if (full) shortForms.set(full, new Set([...(shortForms.get(full) ?? []), ...forms]));
}

function shareForm(a: string, b: string): boolean {
  const [ofA, ofB] = [shortForms.get(a), shortForms.get(b)];
  return Boolean(ofA?.has(b) || ofB?.has(a));
}

function sameGiven(a: string, b: string): boolean {
  if (a === b || shareForm(a, b) || soundOf(a) === soundOf(b)) return true;
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

/** Whether two full names may be one person's: the surname, and the first given name or its short form. */
export function mayBeOnePerson(a: PersonName, b: PersonName): boolean {
  const [firstA, ...moreA] = a.given;
  const [firstB, ...moreB] = b.given;
  if (!firstA || !firstB || !sameSurname(a.surname, b.surname) || !sameGiven(firstA, firstB)) return false;
  // A. Barry Rand goes by his second name.
  if (firstA.length === 1 && moreA[0] && moreA[0].length > 1 && firstB.length > 1)
    return sameGiven(moreA[0], firstB);
  if (firstB.length === 1 && moreB[0] && moreB[0].length > 1 && firstA.length > 1)
    return sameGiven(moreB[0], firstA);
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false;
  // George W. Bush and George H. W. Bush are two.
  const [middleA, middleB] = [moreA[0], moreB[0]];
  return !middleA || !middleB || middleA[0] === middleB[0];
}
