import { ROLES, TITLES } from '../names-words.ts';

/** Nouns, other than by their endings, that stand for somebody who speaks or something that says. */
const SPEAKERS: ReadonlySet<string> = new Set(
  `official officials spokesperson people police parents family families friend friends colleague colleagues man men woman women boy girl boys
girls child children kid kids teen teenager student students critic critics ally allies aide aides source sources expert experts chief
president chancellor king queen prince princess pope judge jury coach captain star host candidate nominee victim witness
witnesses suspect resident residents neighbor neighbour neighbors neighbours mother father mom mum dad son daughter brother sister wife husband
uncle aunt cousin lawyer attorney attorneys counsel prosecutor prosecutors mp mps congressman congresswoman representative representatives
democrat democrats republican republicans conservative conservatives liberal liberals lawmaker guy guys mayor governor
sheriff general colonel major sergeant lieutenant officer officers deputy secretary ambassador diplomat diplomats envoy envoys
executive executives head heads guest guests doctor doctors nurse patient patients teacher teachers pastor priest bishop rabbi imam
statement statements report reports letter letters memo document documents email e-mail tweet tweets post posts message note release
filing complaint lawsuit indictment affidavit ruling opinion editorial article column essay headline sign signs banner banners placard
poster slogan caption testimony transcript communique communiqué declaration resolution text advert ad ads website page site blog book study survey poll
government administration ministry countries nations ministries department agency agencies office company companies firm bank group groups organisation organization
organizations organisations party campaign committee commission council court panel union association team teams club board authority authorities
regime opposition army military navy kremlin palace church university school hospital network newspaper paper magazine channel station
intelligence sides crowd audience protesters fans voters leaders capital embassy consulate watchdog charity publisher media press
press-secretary delegation nobody everybody anybody crew staff members member minister ministers premier senator senators fan
crowds analyst analysts economist economists scientist scientists researcher researchers author authors writer reader
reporter reporters journalist journalists correspondent cameraman passer-by bystander manager boss worker workers employee employees
activist activists campaigner campaigners veteran veterans soldier soldiers fighter fighters rebel rebels militant militants
hacker scholar scholars bishops historian professor singer actor actress comedian commentator columnist commentators pundits pundit insider insiders
supporter supporters opponent opponents rival rivals winner player players defender trainer owner owners founder partner`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a head noun stands for what can speak: a person, a body of them, or something written. */
export function maySpeak(head: string): boolean {
  const one = head.replace(/s$/, '');
  if ([head, one].some((form) => SPEAKERS.has(form) || TITLES.has(form) || ROLES.has(form))) return true;
  return (
    /(wo)?(man|men)$|persons?$|[a-z]{3}(ers?|ors?|ists?|ians?|crats?)$/.test(head) && !NO_SPEAKERS.test(head)
  );
}

const NO_SPEAKERS =
  /^(number|power|order|offer|matter|letter|weather|water|paper|border|error|factor|sector|center|centre|color|labor|behavior|favor|chapter|answer|barriers?|quarter|october|november|december|september|summer|winter|dinner|danger|murder|disorder|corner|cover|tower|river|computers?|servers?|orders?|numbers?|powers?|matters?|offers?|borders?|errors?|factors?|sectors?|centers?|centres?|measures?|shoulders?|either|neither|other|another|after|former|earlier|later|together|whether|never|ever|over|under|rather|however|further|chargers?|terror|horror|mirror|motor|tenor|major|minor|prior|exterior|interior|superior)$/;

/** Nouns that take up a body rather than a person. */
const BODY =
  /^(agency|organi[sz]ation|group|company|ministry|department|bank|party|union|association|firm|office|committee|commission|council|court|network|newspaper|paper|magazine|panel|board|campaign|government|administration|university|institute|hospital|charity|watchdog|alliance|bloc|regime|kremlin|army|military|airline|carmaker|retailer|operator|owner|publisher|regulator|broadcaster|publication|outlet)$/;
/** What is written or read out, and speaks for whoever made it. */
const WRITTEN =
  /^(statement|report|letter|memo|document|note|message|email|e-mail|tweet|post|release|filing|complaint|lawsuit|suit|indictment|ruling|opinion|editorial|article|declaration|communique|communiqué|study|survey|text|transcript|resolution|sign|headline|slogan|site|website|page|book|blog|advisory|bulletin|notice|brief|motion|petition|warrant|affidavit|advertisement|advert|ad|poster|banner|placard|video|message|plan|proposal|bill|law|order|constitution|amendment)s?$/;
/** What somebody utters: "Mr. Braley's apology noted". */
const UTTERANCE =
  /^(apology|remarks?|comments?|words|speech|address|argument|presentation|testimony|claims?|criticism|critique|warning|promise|pledge|call|case|answer|response|reply|rhetoric|announcement|assertion|account|version|description|memoir|lines?|quip|joke|question|plea|vow|insistence|suggestion|assessment|prediction|view|complaint|demand|theory|interview|message)$/;

export const isBody = (head: string): boolean => BODY.test(head);
export const isWritten = (head: string): boolean => WRITTEN.test(head);
/** Whether a noun with a possessor stands for the possessor's words. */
export const isUtterance = (head: string): boolean => UTTERANCE.test(head) || WRITTEN.test(head);
export const isPlural = (head: string): boolean =>
  /[^su]s$|people$|police$|(^|wo)men$|children$/.test(head) ||
  /^(audience|crowd|staff|jury|team|crew|delegation|public|family|couple)$/.test(head);
