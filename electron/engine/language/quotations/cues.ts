/** How a word attributes words to somebody: by its form, "said" (past), "says" (present), "say" (base), "saying" (ing). */
export type CueForm = 'past' | 'present' | 'base' | 'ing';

export interface Cue {
  readonly form: CueForm;
  /** `speech`: its object are words. `stance`: it may as well be a thing, which only a few quoted words describe. */
  readonly kind: 'speech' | 'stance';
}

// A star says that the last letter is doubled: "admitted".
const SPEECH = `
add state note remark comment explain insist argue claim assert declare announce report reply respond answer ask wonder
warn caution stress emphasize emphasise underscore underline reiterate repeat acknowledge admit* concede confess confirm
deny tweet post text joke quip* recall recount observe conclude continue suggest indicate hint convey mention predict
testify inform urge plead shout yell scream whisper chant demand posit complain lament muse opine assure reassure promise
pledge vow agree object protest counter retort interject maintain contend allege dispute speculate theorize point describe dispute
characterize characterise cite quote clarify specify elaborate reveal disclose exclaim implore proclaim pronounce preach
reason surmise email blog* snap* gush growl mutter murmur mumble sigh shrug laugh holler bellow bark thunder gripe grumble
venture volunteer counsel instruct remind relay reckon intone enthuse scoff sneer chide scold tease taunt deadpan* rejoin
believe summarize summarise
`;

const STANCE = `
call dub* brand label tout hail praise applaud laud welcome criticize criticise slam* blast decry denounce condemn blame
accuse mock ridicule dismiss reject defend thank congratulate boast brag* credit apologize apologise order greet advocate
refer* highlight outline express voice signal appeal beg* propose recommend advise estimate stipulate rule conclude
deem consider regard view term refuse vent fume rail lash blame attack deride lambaste lambast rebuke rip* bash lampoon
assess judge rate rank credit champion endorse support oppose reaffirm affirm pray hope expect want invoke compare
liken signal threaten offer promote pitch bill title bemoan interpret challenge comprise
direct correct rebut* commend salute cheer honor honour insult demean belittle besmirch castigate chastise question imply
`;

const IRREGULAR: readonly (readonly [string, Cue['kind']])[] = [
  ['say says said saying', 'speech'],
  ['tell tells told telling', 'speech'],
  ['write writes wrote writing written', 'speech'],
  ['think thinks thought thinking', 'speech'],
  ['read reads read reading', 'speech'],
  ['swear swears swore swearing', 'speech'],
  ['cry cries cried crying', 'speech'],
  ['sing sings sang singing', 'speech'],
  ['feel feels felt feeling', 'stance'],
  ['see sees saw seeing', 'stance'],
  ['speak speaks spoke speaking', 'stance'],
  ['give gives gave giving', 'stance'],
];

const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'ing', 'past'];

function inflect(entry: string): string[] {
  const doubled = entry.endsWith('*');
  const base = doubled ? entry.slice(0, -1) : entry;
  const stem = doubled ? base + base.slice(-1) : base;
  if (/[^aeiou]y$/.test(base)) {
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  }
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  return [base, /(s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`, `${stem}ed`, `${stem}ing`];
}

function makeCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  const put = (words: readonly string[], kind: Cue['kind']) => {
    words.forEach((word, at) => {
      if (!cues.has(word)) cues.set(word, { form: FORMS[at] ?? 'past', kind });
    });
  };
  for (const [words, kind] of IRREGULAR) put(words.split(' '), kind);
  // Past before base: of "read" the past is the likelier.
  cues.set('read', { form: 'past', kind: 'speech' });
  const list = (text: string) => text.split(/\s+/).filter(Boolean);
  for (const entry of list(SPEECH)) put(inflect(entry), 'speech');
  for (const entry of list(STANCE)) put(inflect(entry), 'stance');
  // "The letter goes on:".
  cues.set('goes', { form: 'present', kind: 'stance' });
  cues.set('labelled', { form: 'past', kind: 'stance' });
  return cues;
}

const CUES = makeCues();

/** What a lower-case word is as a verb of speech, or null. Whether it is a verb at all, its place tells. */
export function cueOf(lower: string): Cue | null {
  return CUES.get(lower) ?? null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const BE = words(`is are was were be been being isn't wasn't aren't weren't`);
export const HELPERS = words(`
has have had having does did do will would can could may might must should shall didn't doesn't don't won't wouldn't hasn't
haven't hadn't couldn't can't cannot
`);
/** Adverbs that stand between a subject and its verb and do not end in -ly. */
export const ADVERBS = words(`
also then later further once already just now again never not even only still first soon often sometimes always
instead thus therefore however though nevertheless meanwhile ever yet both all moreover furthermore indeed besides
nonetheless afterward afterwards otherwise overall twice elsewhere perhaps almost rather quite very much soon
`);
export const PREPOSITIONS = words(`
of to with from by about against for on in at between including than as into over under after before during through
among amid despite without within near since until upon toward towards across behind beyond like per via around
inside outside alongside regarding concerning following versus unlike besides throughout
`);
export const DETERMINERS = words(`
the a an this that these those his her their its our my your one another some several many few most two three four five
six seven eight nine ten both each every any no other all certain various numerous
`);
export const SUBORDINATORS = words(`
that because when while if whether although though since unless until where whereas so whom what how why which who whose
after before as but and or nor
`);
export const RELATIVES = words('who which whose whom');
/** Words of time, which stand where a subject could. */
export const TIMES = words(`
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night day
days week weeks month months year years hour hours minute minutes weekend january february march april may june july august
september october november december ago earlier later recently time times moment point
`);
