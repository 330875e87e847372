/** Agencies as they write themselves, by how credits name them in lower case. */
const AGENCIES: Record<string, string> = {
  reuters: 'Reuters',
  ap: 'AP',
  'associated press': 'Associated Press',
  'the associated press': 'Associated Press',
  afp: 'AFP',
  'agence france-presse': 'AFP',
  dpa: 'dpa',
  upi: 'UPI',
  xinhua: 'Xinhua',
  tass: 'TASS',
  interfax: 'Interfax',
  'interfax-ukraine': 'Interfax-Ukraine',
  ukrinform: 'Ukrinform',
  bloomberg: 'Bloomberg',
  ansa: 'ANSA',
  efe: 'EFE',
  kyodo: 'Kyodo',
  yonhap: 'Yonhap',
  anadolu: 'Anadolu',
  aa: 'Anadolu',
  pap: 'PAP',
  čtk: 'ČTK',
  ctk: 'ČTK',
  tasr: 'TASR',
  sita: 'SITA',
  apa: 'APA',
  mti: 'MTI',
  belga: 'Belga',
  anp: 'ANP',
  ntb: 'NTB',
  tt: 'TT',
  ritzau: 'Ritzau',
  pti: 'PTI',
  ani: 'ANI',
  ians: 'IANS',
  'pa media': 'PA Media',
  cnn: 'CNN',
  bbc: 'BBC',
  npr: 'NPR',
  rfe: 'RFE',
  'rfe/rl': 'RFE/RL',
};

const LONGEST_NAME = Math.max(...Object.keys(AGENCIES).map(({ length }) => length));

export function agencyName(text: string): string | null {
  // Lower case may be shorter than what was written, but not by so much.
  if (text.length > 3 * LONGEST_NAME && text.trim().length > 3 * LONGEST_NAME) return null;
  const name = text.toLowerCase().trim();
  return Object.hasOwn(AGENCIES, name) ? (AGENCIES[name] ?? null) : null;
}

function agenciesIn(items: readonly string[]): string | null {
  const names = items.flatMap((item) => agencyName(item) ?? []);
  return names.length ? [...new Set(names)].join(', ') : null;
}

/** A credit line and what it says of the source and the author. */
export interface Credit {
  readonly source: string | null;
  readonly byline: string | null;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:(?:de|der|den|van|von|da|di|bin|al|el|la|le|du|ter) ){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const BYLINE = new RegExp(
  String.raw`^(?:By|BY|Written by|Words by|Text by|Author:|Text:)\s+(${NAME}(?:(?:, (?:and )?| and | & )${NAME}){0,5})(?:,? (?:in|for|of) [\p{L} ]{2,40}|, [\p{L}\d ,-]{2,60}| \| [\p{L}\d ]{2,40})?$`,
  'u',
);

/** "By Jane Doe and John Smith": whom the line names, or null. */
export function parseByline(line: string): string | null {
  if (line.length > 160) return null;
  return BYLINE.exec(line.trim())?.[1] ?? null;
}

// "(reuters, tasr, pir)", "(AP)", "(Reuters/AFP)"
const BRACKETED = /^[([]([^()[\]]{2,80})[)\]]\.?$/;
const SOURCE_LINE = /^(?:source|sources|agency|agencies)\s*:\s*(\S.{0,80})$/i;
const REPORTING = /^\(?(?:additional )?(?:reporting|writing|editing|compiled|translated) by \p{Lu}/iu;
const CONTRIBUTED =
  /^(?:\p{Lu}|The |Associated|With )[^.!?]{3,240} contributed (?:to this (?:report|story|article)|reporting)[^.!?]{0,80}\.?$/u;
const WITH_AGENCY =
  /^(?:—|–|-|with|from|via)\s*(?:files from|reporting by|information from|material from)?\s*(\S.{1,60}?)\.?$/i;

/** What a line at an article's end credits, or null where the line is no credit. */
export function parseCredit(line: string): Credit | null {
  const text = line.trim();
  if (text.length > 320) return null;
  if (REPORTING.test(text) || (text.includes(' contributed ') && CONTRIBUTED.test(text))) {
    return { source: null, byline: null };
  }
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) {
    const items = bracketed.split(/\s*[,;/+|]\s*/).filter(Boolean);
    const source = agenciesIn(items);
    // Initials of editors: "(tm, pir)".
    const initials = items.every((item) => /^\p{Ll}{2,5}$/u.test(item)) && items.length > 1;
    return (source && items.every((item) => item.split(' ').length <= 3)) || initials
      ? { source, byline: null }
      : null;
  }
  const source = SOURCE_LINE.exec(text)?.[1]?.replace(/\.$/, '');
  if (source !== undefined && !/^https?:/.test(source)) return { source, byline: null };
  const agency =
    agencyName(text.replace(/\.$/, '')) ??
    agenciesIn((WITH_AGENCY.exec(text)?.[1] ?? '').split(/, | and |\//));
  return agency ? { source: agency, byline: null } : null;
}

const DATELINE = /^[\p{Lu}][^()\n]{1,60}\(([^()]{2,40})\)\s*(?:[-–—:]|--)/u;

/** The agency that a dateline names: "BERLIN, Dec 15 (Reuters) - …". */
export function datelineAgency(paragraph: string): string | null {
  const items = DATELINE.exec(paragraph.slice(0, 120))?.[1]?.split(/\s*[,/]\s*/);
  return items ? agenciesIn(items) : null;
}
