import { foldName, personName } from '../name-persons.ts';
import { GIVEN_NAMES } from '../names-words.ts';

export type Gender = 'f' | 'm';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Given names of women among the given names that are known; borne by both in `EITHER`; the others are men's. */
const WOMEN = words(`
abigail adele aisha alexandra alexandria alice alicia alison allison amanda amber amy ana andrea angela angelina anita ann
anna anne annie audrey barbara beatrice beth betsy betty beverly brenda bridget caitlin camilla carla carly carol caroline
carolyn carrie catherine cathy cecilia charlotte cheryl chloe christina christine christy claire clara claudia cynthia
daisy daniela danielle dawn deborah debra denise diana diane donna doris dorothy edith eileen elaine eleanor elena elise elizabeth
ella ellen emily emma erica erika eva evelyn fatima fiona florence francesca gail gemma georgina giorgia gloria grace greta
gwen hannah harriet heather heidi helen hilary hillary hope ingrid irene iris isabel isabella ivanka jackie jacqueline jan jane
janet janice jennifer jenny jessica jill joan joanna joanne joyce juanita judith judy julia julie juliet kaja kamala karen kate
katherine kathleen kathryn kathy katie kayla kimberly kirsten kirstjen kristen kristin kyrsten laura lauren laurie leah lidia
lily linda lindsay lindsey lisa liz lois loretta lorraine louise lucy lynn margaret maria marie marilyn marina marion
marjorie marsha martha mary maureen maxine megan meghan melania melanie melinda melissa mercedes meryl mia michele michelle
mila miriam molly monica nadia nancy naomi natalia natalie nicola nicole nikki nina nora olga olivia pamela patricia patty
paula pauline peggy penny phyllis rachel rebecca rita roberta rosa rose rosemary ruth sabrina sally samantha sandra sanna sara
sarah serena shannon sharon sheila shelley shirley simone sofia sonia sonya sophia sophie stacey stella stephanie sue susan
susanna suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa teri terri theresa tiffany tina toni tracey ursula
valentina valerie vanessa vera veronica vicky victoria viola vivian wanda wendy yasmin yoko yulia yvette yvonne zoe
`);
const EITHER = words(`
alex alexis andrea ariel ashley carmen casey chris dana jamie jan jean jackie jordan kelly kerry kim lee leslie lindsay morgan
pat robin sam sasha shannon stacey terry toni tracy xi nicola michele gabriel simone laurence courtney taylor riley
`);
const FEMALE = words(`
mrs ms miss mme madame frau lady dame queen princess duchess baroness countess empress woman girl mother wife daughter sister
spokeswoman congresswoman chairwoman councilwoman businesswoman policewoman saleswoman actress waitress hostess
grandmother aunt niece widow girlfriend stepmother housewife mom mum heroine nun bride señora her
`);
const MALE = words(`
mr sir lord king prince duke baron emperor pope man boy father husband son brother spokesman congressman chairman councilman
businessman policeman salesman cameraman fisherman fireman gunman waiter grandfather uncle nephew widower boyfriend stepfather
dad monk monsieur herr señor groom frontman his
`);

/** What a word says of the person it stands for; undefined where it says nothing. */
export function genderOfWord(lower: string): Gender | undefined {
  if (FEMALE.has(lower)) return 'f';
  return MALE.has(lower) ? 'm' : undefined;
}

/** What the given name says; null for unknown names and those that both bear. */
export function genderOfName(name: string): Gender | null {
  const folded = foldName(name);
  const first = personName(folded).given.find((given) => given.length > 1) ?? '';
  if (!first || EITHER.has(first)) return null;
  if (WOMEN.has(first)) return 'f';
  if (GIVEN_NAMES.has(first)) return 'm';
  return /[^u]a$|ette$|elle$|lyn$|leen$/.test(first) &&
    !/^(joshua|luca|nikita|sasha|mustafa|isa|musa|yahya|krishna|elisha|ezra|noa|kenya|dana|shea|papa)$/.test(
      first,
    )
    ? 'f'
    : null;
}
