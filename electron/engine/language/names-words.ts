const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Given names that are common in the news and are no common English words. */
export const GIVEN_NAMES = set(`
aaron abdul abdullah abigail abraham abu adam adele adrian ahmad ahmed aisha al alan albert alberto alejandro aleksandr
alessandro alex alexander alexandra alexandria alexei alexey alexis alfred ali alice alicia alison allen allison amanda
amber amy ana anatoly andrea andreas andrei andrej andres andrew andrii andriy andy angela angelina angus anita ann
anna anne annie anthony antonio antony anton ariel arnold arthur ashley ashraf audrey barack barbara barney barry bart bashar
beatrice ben benjamin bernard bernie beth betsy betty beverly bill billy blake bob bobby boris brad bradley brandon
brenda brendan brent brett brian bridget bruce bryan caitlin calvin cameron camilla carl carla carlos carly carol
caroline carolyn carrie catherine cathy cecilia chad charles charlie charlotte cheryl chloe chris christian christina
christine christopher christy chuck claire clara clarence claude claudia colin connor corey cory craig cristiano
cynthia daisy damian dan dana daniel daniela danielle danny darren darryl dave david dean deborah debra denis dennis
derek desmond diana diane diego dimitri dmitri dmitry dmytro dominic don donald donna doris dorothy doug douglas
duncan dwight dylan earl eddie edgar edward edwin eileen elaine eleanor elena eli elijah elise elizabeth ella ellen
elon emily emma emmanuel enrique eric erica erik erin ernest ethan eugene eva evan evelyn fatima felipe felix
fernando fiona florence francesca francesco francis francisco francois frank frank-walter fred freddie frederick friedrich gabriel
gareth gary gavin gemma gene geoff geoffrey george georgina gerald gerard gerhard gianni gilbert giorgia giovanni giuseppe
glenn gloria gordon graham greg gregory greta guillermo guy gwen hamid hannah hans harold harriet harry harvey
hassan heather hector heidi heinz helen helmut henri henry herbert herman hilary hillary howard hugh hugo hussein ian
ibrahim igor imran ingrid irene iris isaac isabel isabella ismail ivan ivanka jack jackie jackson jacob jacqueline
jacques jaime jair jake jamal james jamie jan jane janet janice jared jason javier jay jean jeb jeff jeffrey jennifer
jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joanne joaquin joe joel john johnny jon
jonathan jordan jorge jose josef joseph josh joshua joyce juan juanita judith judy julia julian julie juliet justin
kaja kamala karen karim karl kate katherine kathleen kathryn kathy katie kayla keir keith kelly ken kenneth kevin
khalid kim kimberly kirsten kirstjen klaus kofi konstantin kristen kristin kurt kyle kyrsten lance larry laura lauren laurence
laurie lawrence leah lee leo leon leonard leonid leroy leslie lewis liam lidia lily linda lindsay lindsey lisa liz lloyd
lois loretta lorraine louis louise luc lucas lucy luis luke lynn mahmoud malcolm manuel marc marcel marco marcus
margaret maria marie marilyn marina mario marion marjorie mark marsha martha martin marvin mary mateo matt matteo matthew
maureen maurice max maxim maxine megan meghan mel melania melanie melinda melissa mercedes meryl mia michael michel
michele michelle miguel mikael mike mikhail mila milos miriam mitch mitt mohamed mohammad mohammed mohammad moises molly
monica morgan muhammad mustafa nadia nancy naomi narendra natalia natalie nathan nathaniel neil nelson nicholas nick
nicola nicolas nicole nigel nikki nikolai nina noah nora norman olaf oleg oleksandr oleksii olga oliver olivia omar oscar osama
otto owen pablo pamela patricia patrick patty paul paula pauline pavel pedro peggy penny percy pete peter petro phil philip
philippe phillip phyllis pierre pyotr quentin rachel rafael raheem ralph ramon randall randy raphael raul ray raymond
rebecca recep rex ricardo richard rick ricky rishi rita rob robbie robert roberta roberto robin rod rodney rodrigo
roger roland ron ronald ronan rory rosa rosemary roy ruben rudolph rudy rupert rush russell rustem ruth ryan sabrina saddam sally
salman sam samantha samir samuel sandra sanna santiago sara sarah sasha scott sean sebastian serena sergei sergey sergio
seth shane shannon sharon shaun shawn sheila shelley sherrod shinzo shirley sidney silvio simon simone sofia sonia
sonya sophia sophie stacey stanley stefan stella stephanie stephen steve steven stuart susan susanna suzanne sven
svetlana sylvia tamara tammy tanya tara tariq tatiana tayyip ted teresa terence teri terri terry thabo theodore theresa thomas
tiffany tim timothy tina todd tom tommy toni tony tracey tracy trevor troy tyler tyrone ursula valentina valerie
vanessa vera veronica vicky victor victoria viktor vince vincent viola vitali vivian vladimir volodymyr vyacheslav wade
wallace walter wanda warren wayne wendy wesley wilbur wilfried william willie winston wolfgang xavier xi yasser yasmin
yegor yevgeny yitzhak yoko yulia yuri yves yvette yvonne zach zachary zoe
`);

/** Words of office and address that stand before a name, without their final point. */
export const TITLES = set(`
president vice-president premier chancellor king queen prince princess pope emperor sultan emir sheikh imam rabbi duke
duchess lord lady sir dame baron baroness count countess mr mrs ms miss mx dr prof professor doctor rev reverend fr father
sister brother saint archbishop bishop cardinal pastor minister secretary senator sen congressman congresswoman
congressperson representative rep reps sens delegate governor gov mayor councilman councilwoman councillor councilor speaker
chairman chairwoman chair chief director commissioner ambassador envoy judge justice attorney prosecutor sheriff
detective inspector superintendent constable officer agent general gen colonel col lieutenant lt major maj captain capt
sergeant sgt corporal private admiral adm commander cmdr marshal brigadier coach chancellor-designate president-elect
leader spokesman spokeswoman spokesperson adviser advisor aide deputy undersecretary ayatollah mullah comrade monsieur
madame herr frau señor archduke chief-of-staff treasurer comptroller ombudsman provost dean principal founder ceo
editor author actor actress singer rapper comedian businessman billionaire negotiator lawmaker mp mep msp taoiseach
senators representatives ministers presidents governors generals judges justices congressmen counsel whip lawyer member members head heads chairperson nominee candidate frontman striker midfielder goalkeeper quarterback
`);

/** May stand before a title and belongs to it: "former Vice President", "Deputy Prime Minister". */
export const TITLE_MODIFIERS = set(`
former ex acting interim deputy vice prime first second senior junior lead special foreign interior defense defence
finance home justice health education energy state attorney supreme allied chief assistant associate executive
lieutenant major brigadier national security economic trade agriculture transport transportation environment labor
labour housing communications press white house senate majority minority opposition party honorary emeritus crown
managing police fire army navy federal district circuit general staff right hon then late lt republican democratic
democrat conservative rear wing solicitor surgeon homeland treasury commerce intelligence budget
`);

/** Lower-case words before a name which say that it is a person's. */
export const ROLES = set(`
spokesman spokeswoman spokesperson chief minister president chancellor envoy adviser advisor lawmaker negotiator
senator congressman congresswoman governor mayor secretary ambassador director analyst expert professor lawyer attorney
businessman actor actress singer author writer journalist reporter coach captain manager player striker midfielder
founder owner chairman chairwoman leader candidate nominee aide son daughter husband wife brother sister father mother
son-in-law neighbour neighbor resident victim suspect officer commander general billionaire tycoon economist scientist
historian activist researcher director-general judge justice prosecutor counsel commissioner strategist pollster
campaigner detective inspector doctor surgeon nurse teacher student singer-songwriter comedian presenter host rapper
artist painter composer conductor filmmaker producer novelist poet designer entrepreneur executive
`);

/** Verbs whose subject is a person rather than a place. */
export const PERSON_VERBS = set(`
said says told tweeted wrote added argued joked quipped recalled testified laughed smiled thinks believes died married
`);

/** Last or first words of names of organisations. */
export const ORGANISATION_WORDS = set(`
academy administration agency airlines airways alliance army assembly association authority bank board brigade brotherhood
bureau cabinet campaign center centre chamber church club college command commission committee communications company
confederation conference congress consortium cooperative corp corporation corps council court courts department division
education enterprises exchange federation fellowship force forces foundation front fund government group guard guards
holdings hospital house inc industries initiative institute institution intelligence international investigation jury
laboratory laboratories league legislature limited llc ltd media military ministry mission mosque motors movement museum
network networks news newspaper office orchestra order organisation organization parliament partners party patrol
petroleum police post press program programme radio railways regiment registry reserve review school secretariat senate
service services society squad staff star studios summit syndicate systems taskforce team technologies telegraph
television theatre theater times trust tribunal troops union unit university ventures warriors watch workers works
airline plc gmbh magazine tribune journal herald gazette observer navy treasury pentagon coalition caucus
congregation diocese archdiocese seminary nations republicans democrats united fc afc
`);

/** Last words of names of places. */
export const PLACE_WORDS = set(`
airport archipelago avenue bay beach border boulevard bridge canyon cape city coast county creek desert district falls
forest garden gardens glacier harbor harbour heights highway hill hills island islands isle isles lake mountain mountains
ocean oblast palace park peninsula plain plains plaza port prefecture province ranch range region reservoir ridge river
road sea shore shores springs square station strait street strip suburb territory town township tower towers valley
village volcano
`);

/** First words of names of places. */
export const PLACE_STARTS = set(`
cape fort gulf isle lake mount mt port rio river saint san santa sea st strait upper lower north south east west
northern southern eastern western central
`);

/** Prepositions after which a single unknown name is probably that of a place. */
export const LOCATIVES = set('in at near across outside inside into throughout around');

/** Parts of personal names written small. */
export const PARTICLES = set(
  'von van der den de da di del della dos das du la le ten ter zu bin ibn al el ul af av y',
);

/** Capitalised, but the names of nothing: days, months, feasts, faiths, and the like. */
export const CALENDAR = set(`
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december jan feb mar apr jun jul aug sept
sep oct nov dec mon tue tues wed thu thur thurs fri sat sun am pm est edt gmt utc pst pdt bst cet a.m p.m ad bc
christmas easter ramadan thanksgiving hanukkah halloween hello hi yeah yes no hmm hmmm wow okay dear thanks please ii iii iv mo i i'm i've i'll i'd ok tv dna pdf ceo cfo url faq diy
`);

/** Abbreviated states after a town or a member's name: "South Bend, Ind.", "(D-Calif.)". */
export const STATE_LETTERS = set(`
ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va
vt wash wis wyo ny nj nc sc nh nm nd sd ri wv
`);

export const BELIEFS = set(`
christian christians muslim muslims islamic jewish jew jews catholic catholics protestant protestants hindu hindus
buddhist buddhists sunni sunnis shiite shiites shia orthodox evangelical evangelicals mormon mormons arab arabs hispanic
hispanics latino latinos latina nazi nazis marxist communist communists republican republicans democrat democrats
democratic tory tories conservative conservatives gop liberal liberals labour western westerner westerners god english
internet web bible quran koran
`);

/** Organisations known by one word or by letters. Other words of two capitals or more count as such as well. */
export const ORGANISATIONS = set(`
nato eu un fbi cia nsa dhs doj epa fda cdc who imf wto opec unicef unesco unhcr osce iaea icc nasa esa bbc cnn nbc cbs abc
pbs npr msnbc ap afp reuters tass xinhua bloomberg axios politico aclu naacp nra dea atf irs ice tsa fcc sec fema omb
isis isil hamas hezbollah taliban al-qaida al-qaeda kremlin pentagon congress senate parliament bundestag knesset duma
facebook google twitter microsoft apple amazon netflix tesla boeing airbus samsung sony toyota volkswagen siemens gazprom
interpol europol eurostat fifa uefa nfl nba mlb nhl ioc mi5 mi6 nhs cdu spd afd snp dup ukip anc plo idf bp ibm ups
fema breitbart buzzfeed instagram youtube wikileaks uber airbnb spacex walmart exxonmobil gop dnc rnc usaid
`);

/** Other names of organisations, folded and without points, and the one under which they are merged. */
export const ORGANISATION_NAMES: ReadonlyMap<string, string> = new Map([
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['north atlantic treaty organization', 'nato'],
  ['north atlantic treaty organisation', 'nato'],
  ['north atlantic alliance', 'nato'],
  ['federal bureau of investigation', 'fbi'],
  ['central intelligence agency', 'cia'],
  ['us congress', 'congress'],
  ['us senate', 'senate'],
  ['us supreme court', 'supreme court'],
  ['us justice department', 'justice department'],
  ['department of justice', 'justice department'],
  ['us department of justice', 'justice department'],
  ['us state department', 'state department'],
  ['department of state', 'state department'],
  ['department of defense', 'pentagon'],
  ['un security council', 'security council'],
  ['united nations security council', 'security council'],
  ['new york times', 'new york times'],
]);

/** Names of several words that the rules would take for something else. */
export const KNOWN_NAMES: ReadonlyMap<string, 'organisation' | 'place' | 'other'> = new Map([
  ['al qaeda', 'organisation'],
  ['islamic state', 'organisation'],
  ['boko haram', 'organisation'],
  ['goldman sachs', 'organisation'],
  ['morgan stanley', 'organisation'],
  ['jp morgan', 'organisation'],
  ['red cross', 'organisation'],
  ['wall street', 'other'],
  ['downing street', 'other'],
  ['white house', 'organisation'],
  ['oval office', 'other'],
  ['abu ghraib', 'place'],
  ['nova scotia', 'place'],
]);

export const EVENT_STARTS = set('hurricane typhoon cyclone storm operation project team planet camp');

/** End the name of an event, a law or a work, never a person's. */
export const EVENT_WORDS = set(`
cup open prix act bill treaty agreement accord accords pact deal
amendment day week award awards prize festival olympics games championship championships trophy series bowl derby
marathon protocol convention constitution resolution statement declaration plan scandal trail wall
`);
