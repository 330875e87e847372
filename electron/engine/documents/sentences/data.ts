/*
 * What the splitter of English sentences knows by name. An entry with a capital matches only words written
 * with one ("Art." but not "art."); an entry in small letters matches any case.
 */

function wordSet(words: string): Set<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

/** Never the end of a sentence: what they stand before belongs to them. */
export const BEFORE_NAMES = wordSet(`
  Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Rev Revd Fr Msgr Hon Rt Pres Gov Govs Sen Sens Rep Reps
  Amb Atty Adm Brig Capt Cdr Cmdr Col Cpl Gen Gens Lt Maj Pfc Pvt Sgt Sgts Spc Supt Insp Det Cllr Ald Asst Assoc
  Dep Mgr Sra Srta Mt Mts Ft Pt vs v cf viz e.g i.e a.k.a aka dept univ natl intl ret
`);

/** Before a number they are part of it; otherwise an ordinary word or a sentence of its own. */
export const BEFORE_NUMBERS = wordSet(`
  No Nos no nos n° nº ca approx p pp pg para Art Arts Fig Figs Vol Vols Ch Chap Sec Ver Ex Op Nr Pos Ref Eq circa c
`);

/** Months and days: part of a date unless a new sentence plainly begins. */
export const IN_DATES = wordSet(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thu Thur Thurs
`);

/** May end a sentence; then what follows is a word that begins sentences. */
export const MAY_END = wordSet(`
  co inc ltd corp llc plc bros cos jr sr esq etc al ph.d m.d d.c b.a m.a ave blvd st ste rd ln hwy bldg sq ft oz lb
  lbs kg km mph kph hrs hr mins yrs yr est rev'd ed eds repr assn mfg
  Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev
  Okla Ore Oreg Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Man Sask
`);

export const TIMES_OF_DAY = wordSet('a.m p.m am pm');

/** After a time of day these go on with it: "8 p.m. Eastern time", "9 a.m. Monday". */
export const AFTER_TIMES = wordSet(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Eastern Central
  Mountain Pacific Atlantic Greenwich London Moscow Kyiv Kiev Beijing Tokyo Paris Berlin Jerusalem Local British
  European Central Eastern ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST EET MSK JST IST
  January February March April May June July August September October November December
`);

/** Names that end in an exclamation or question mark. */
export const MARKED_NAMES = wordSet(
  'yahoo! jeopardy! yum! wham! guess? which? panic! oklahoma! jumpstart! e! hello! ok!',
);

/** Words that, written with a capital after an abbreviation, begin a sentence. */
export const STARTERS = wordSet(`
  A About According Across Additionally After Again All Almost Along Already Also Although Amid Among An And Another
  Any Are As Asked At Because Before Besides Between Both But By Can Consequently Could Did Do Does During Each
  Earlier Either Even Every Everyone Finally For From Furthermore Had Has Have He Hence Her Here His How
  However I I'd I'll I'm I've If In Indeed Instead Is It It's Its Later Let Like Many Maybe Meanwhile More
  Moreover Most Much My Neither Nevertheless No Nobody None Nor Not Nothing Now On Once One Only Or Other Others
  Our Over Perhaps Recently Several She Should Since So Some Somebody Someone Something Soon Still Such
  Thank That That's The Their Then There There's Therefore These They They're They've This Those Though Thousands
  Three Through Thus To Today Together Tomorrow Tonight Two Under Unlike Until Was We We'd We'll We're We've Were
  What What's When Where Whether Which While Who Who's Why With Within Without Would Yes Yesterday Yet You You're Your
`);

/** Verbs that name a speaker right after what was said: “Will it hold?” Merz asked. */
export const SPEECH_VERBS = wordSet(`
  said says asked asks told wrote writes added adds replied answered wondered shouted cried yelled exclaimed
  demanded joked quipped tweeted posted declared insisted inquired continued concluded recalled noted remarked
  observed explained warned
`);

/** Words that open a phrase of time before the main clause: "At 5 a.m. Mr Smith …". */
export const FRONTED = wordSet(
  'at by around about before after until till since from between on just only shortly',
);

/** Looks like a new sentence without a space ("Booking.Com"), but is the end of a name. */
export const NAME_ENDINGS = wordSet('Com Org Net Edu Gov Co Io Ai Js Tv Uk De Fr Ru Eu');
