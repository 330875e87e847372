const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

/**
 * How far an act has come in the words of an account. `open`: it may happen or is weighed. `willing`: somebody is
 * ready for it. `attempted`: tried. `reported`: it is said to be so. `meant`: it is planned, promised or threatened.
 * `done`: it has happened. `deferred`: it is put off. `not`: it has not,
 * or will not. `conditional`: it has not or will not, unless something else comes first.
 */
export type Stage =
  | 'open'
  | 'willing'
  | 'attempted'
  | 'reported'
  | 'threatened'
  | 'meant'
  | 'ongoing'
  | 'done'
  | 'deferred'
  | 'conditional'
  | 'not';

const CUE_LISTS: Readonly<Record<Exclude<Stage, 'done' | 'ongoing' | 'deferred' | 'conditional'>, string>> = {
  open: `may might could considering consider considers considered weighing weighs weighed weigh mulling mulls examining
    examines exploring explores whether hinted hints possible possibly possibility perhaps potential potentially
    undecided debating contemplating studying`,
  willing: 'willing willingness ready readiness open openness prepared inclined signalled signaled',
  attempted: 'tried tries trying attempted attempts attempting attempt sought seeking seeks seek',
  reported: `reportedly allegedly apparently alleged purportedly supposedly believed thought rumoured rumored suspected
    seemingly ostensibly`,
  threatened: 'threatened threatens threatening threat',
  meant: `will would plans plan planned planning intends intended intention vowed vows pledged pledges promised promises
    expected due set poised agreed decided announced wants want shall going`,
  not: `not never no neither nor cannot refused refuses refusing declined declines failed fails without hardly yet
    denied denies rejected rejects unable unwilling nobody nothing none`,
};

const cues = new Map<string, Stage>();
for (const [stage, list] of Object.entries(CUE_LISTS)) {
  for (const word of words(list)) cues.set(word, stage as Stage);
}

/** What a word before an act says of how far it has come; undefined for other words. */
export function stageOf(lowerCase: string): Stage | undefined {
  if (/n't$/.test(lowerCase)) return 'not';
  return cues.get(lowerCase);
}

/**
 * Verbs of one act with the nouns made of them: base form, past, participle and so on. Accounts choose among them for
 * one and the same event.
 */
const ACTS = `
abandon abandons abandoned abandoning abandonment forgo forgoes forgone forgoing relinquish relinquished renounce renounced renouncing withdraw withdrew withdrawn withdrawing withdrawal drop dropped dropping scrap scrapped give-up gave-up giving-up given-up postpone postponed postponing delay delayed delaying put-off shelve shelved defer deferred
open opened opening launch launched launching begin began begun start started initiate initiated
end ended ending conclude concluded finish finished
approve approved approving approval pass passed passing adopt adopted ratify ratified
accept accepted accepting agree agreed
reject rejected rejecting rejection refuse refused oppose opposed rule-out ruled-out
endorse endorses endorsed endorsing endorsement back backed backing
arrest arrested arresting detain detained
charge charged charging indict indicted indictment
question questioned questioning interview interviewed interviewing
resign resigned resigning resignation step-down stepped-down
fire fired firing dismiss dismissed oust ousted sack sacked
apologize apologized apologizing apology apologise apologised
cooperate cooperated cooperating cooperation co-operate
grab grabs grabbed grabbing snatch snatches snatched snatching seize seized
confirm confirmed confirming verify verified verifying
file filed filing lodge lodged lodging sue sued suing challenge challenged challenging appeal appealed fought fight contest contested
sign signed signing
veto vetoed vetoing
ban banned banning prohibit prohibited outlaw outlawed
suspend suspended suspending halt halted
cancel cancelled canceled cancelling
testify testified testifying testimony
pardon pardoned pardoning
nominate nominated nominating nomination
repeal repealed repealing
invade invaded invading invasion attack attacked attacking
release released releasing publish published publishing
pay paid paying reimburse reimbursed
destroy destroyed destroying delete deleted deleting
collapse collapsed collapsing
break broke broken breaking snap snapped shift shifted shifting
violate violated violating breach breached
collude colluded colluding collusion coordinate coordinated
evacuate evacuated evacuating
surrender surrendered surrendering
recognize recognized recognise recognised
strike strikes walk-out walked-out walkout walkouts
expel expelled expelling
cause caused causing
meet met meeting
`;

const acts = new Map<string, number>();
const nouns = new Set<string>();
ACTS.trim()
  .split('\n')
  .forEach((line, act) => {
    for (const word of words(line)) {
      acts.set(word, act);
      if (/(?:al|tion|sion|ment|logy|mony)$|^(?:strike|walkout)s?$/.test(word)) nouns.add(word);
    }
  });

/** Which act a word, or two words joined by a hyphen, stands for. */
export function actOf(lowerCase: string): number | undefined {
  return acts.get(lowerCase);
}

const STRONG_PAST = new Set(
  words('withdrew withdrawn gave-up began begun met struck broke broken put-off paid forgone fought'),
);

/** Whether a form says by itself that the act has been done. */
export function isPast(lowerCase: string): boolean {
  return STRONG_PAST.has(lowerCase) || /ed(?:-\w+)?$/.test(lowerCase) || /[^s]s$/.test(lowerCase);
}

/** Whether a form says that something is put off rather than given up. */
export function isDeferral(lowerCase: string): boolean {
  return /^(?:postpon|delay|put-off|shelv|defer)/.test(lowerCase);
}

export function isActNoun(lowerCase: string): boolean {
  return nouns.has(lowerCase);
}

/** Whether it makes an act of the noun it stands before complete: "formal withdrawal". */
export function isFormal(lowerCase: string): boolean {
  return /^(?:formal|official|complete|full)$/.test(lowerCase);
}

/** Whether somebody says with it that what the noun after it names will be: "called a strike". */
export function isMade(lowerCase: string): boolean {
  return /^(?:call|called|calls|calling|declare[ds]?|announce[ds]?|schedule[ds]?|set)$/.test(lowerCase);
}

/** Whether a condition begins at a word: "unless", "only if", "provided that", "on condition". */
export function isCondition(lowerCase: readonly string[], at: number): boolean {
  const [word, next] = [lowerCase[at], lowerCase[at + 1]];
  if (word === 'unless') return true;
  if (word === 'only') return next === 'if';
  if (word === 'provided' || word === 'providing') return next === 'that' || next === 'the';
  return word === 'condition' && lowerCase[at - 1] === 'on';
}
