/**
 * Openings that point back at a sentence which a summary may have left out. A sentence that starts with one is
 * only readable after the sentence before it; out of context it is the commonest way in which extractive
 * summaries mislead (S. Zhang et al., "Extractive is not Faithful", 2023).
 */
const PRONOUNS =
  'he|she|it|they|him|her|his|hers|its|their|theirs|them|himself|herself|itself|themselves|this|these|those|such|' +
  'both|neither|one|another|others|some|there|that';

const CONNECTIVES =
  'however|but|and|or|nor|so|yet|still|also|moreover|furthermore|additionally|besides|therefore|thus|hence|' +
  'consequently|accordingly|instead|nevertheless|nonetheless|otherwise|meanwhile|similarly|likewise|conversely|' +
  'then|later|afterwards|afterward|earlier|subsequently|finally|indeed|too|again|elsewhere|though|plus|' +
  'specifically|likewise|the latter|the former|in addition|in contrast|by contrast|on the other hand|' +
  'as a result|for example|for instance|in turn|in other words|at the same time|at that time|in that case|' +
  'in this context|for this reason|for that reason|because of this|because of that|despite this|despite that|' +
  'after that|before that|since then|until then|by then|even so|in response|that is why|the same|' +
  'what is more|all of this|all this|all that|in any case|above all|of course|in fact|after all';

const OPENING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:and|but|so|yet|for|in|to|of|with|at|by|on|from|if|as|when|while|although|because|after|before|despite|until|since|among|under|during|through|according to|unlike|like)\\s+)?` +
    `(?:(?:${PRONOUNS})(?:[’'](?:s|d|ll|ve|re))?|(?:${CONNECTIVES}))(?![\\p{L}\\p{N}’'-])`,
  'iu',
);

// "It is thought that …", "There are …", "Those who …", "One of the …", "Some 300 …", "This week …" name
// what they speak of themselves.
const SELF_CONTAINED =
  /^[^\p{L}\p{N}]*(?:it (?:is|was|has been|will be|would be|remains|remained|became|appears|appeared|seems|seemed) (?:\p{L}+ly )?(?:(?:\p{L}+ )?that|\p{L}+ to|the first|the most|the largest|the second|the only|not known|unclear|who)\b|it took\b|there (?:is|are|was|were|has been|have been|had been|will be|would be|may be|remain|remains)\b|those who\b|some (?:of the|\p{N}|\p{L}+ (?:of|in)\b)|one (?:of the|in|hundred|man|woman|person|day|year|week)\b|both (?:\p{Lu}|sides|countries|the\b)|neither (?:\p{Lu}|side|the\b)|(?:during |in |at |by |on )?(?:this|these|that) (?:week|month|year|morning|afternoon|evening|weekend|summer|winter|spring|autumn|season|century)\b|such as\b|another \p{N}|later (?:on |this |in )|earlier (?:on |this |in )|so far\b|so-called\b|as (?:it|they) \p{L}+|yet another\b|still,? \p{Lu})/iu;

/** Whether an English sentence opens on a pronoun or connective whose antecedent lies before it. */
export function opensOnAntecedent(text: string): boolean {
  return OPENING.test(text) && !SELF_CONTAINED.test(text);
}

// "these talks", "such a move", "also": the thing pointed at is in another sentence. "This week" and its like
// point at the day of publication.
const POINTING =
  /\b(?:also|too|however|(?:these|those|such)\s+(?!(?:days|as|who|that|of)\b)\p{Ll}+|(?:this|that)\s+(?:agreement|alliance|approach|arrangement|attack|case|claim|comment|conflict|context|deal|decision|development|effort|event|goal|idea|incident|initiative|issue|marked|matter|meeting|message|move|plan|point|policy|problem|process|programme|program|project|proposal|question|reason|regard|report|request|situation|statement|step|strategy|text|view)|the (?:latter|former|same))\b/u;

/** Whether an English sentence points at another one somewhere within. */
export function pointsElsewhere(text: string): boolean {
  return POINTING.test(text);
}
