import { languageParts } from './languages.ts';

const ENGLISH = `
a about above across after again against ago all almost along already also although always am amid among an and
another any anybody anyone anything are aren't around as at away back be became because become becomes been before
behind being below beside besides between beyond both but by came can can't cannot come comes could couldn't did
didn't do does doesn't doing don't done down during each either else enough even ever every everyone everything
except few for from further gave get gets getting give given go goes going gone got had hadn't has hasn't have
haven't having he he'd he'll her here hers herself him himself his how however i i'd i'll i'm i've if in indeed
instead into is isn't it its itself just keep kept know least less let like likely made make makes making many may
maybe me might mine more moreover most much must my myself near need neither never nevertheless no nobody none nor
not nothing now of off often on once one only onto or other others our ours ourselves out over own per perhaps
quite rather really said same saw say saying says see seem seemed seems seen several shall she should shouldn't
since so some someone something sometimes soon still such take taken takes than that the their theirs them
themselves then there thereby therefore these they they'd they'll they're they've thing things this those though
through throughout thus till to together told too took toward towards under unless until up upon us use used uses
using very via was wasn't way we we'd we'll we're we've well went were weren't what whatever when where whereas
whether which while who whole whom whose why will with within without won't would wouldn't yet you you'd you'll
you're you've your yours yourself
`;

const words = new Set(ENGLISH.split(/\s+/).filter(Boolean));

/** Whether a normalised word carries grammar rather than content. Languages that were not loaded have no such words. */
export function isStopword(normalised: string, language = 'en'): boolean {
  if (language === 'en' || language === 'und') return words.has(normalised);
  return languageParts(language)?.isStopword(normalised) ?? false;
}
