const MEDIA = new Set(
  `reuters|afp|ap|associated press|agence france-presse|dpa|tass|xinhua|upi|bloomberg|bloomberg news|axios|politico|cnn|bbc|cbs|abc|nbc
msnbc|cnbc|npr|pbs|fox|fox news|sky news|al jazeera|breitbart|huffpost|huffington post|buzzfeed|buzzfeed news|newsmax|vox|slate
guardian|the guardian|observer|independent|economist|financial times|telegraph|daily mail|the times|new york times|washington post
wall street journal|usa today|los angeles times|le monde|der spiegel|die zeit|twitter|x|instagram|youtube|daily beast|the hill|hill
weekly standard|national review|new yorker|newsweek|time magazine|drudge report|daily caller|getty images|associated press photo`.split(
    /[|\n]/,
  ),
);

/** Whether a name is that of a medium or an agency, which articles quote rather than report on. */
export function isMedium(label: string): boolean {
  const lower = label.toLowerCase();
  return (
    MEDIA.has(lower) ||
    /\b(times|post|news|journal|herald|tribune|gazette|magazine|chronicle|tv|press)$/.test(lower)
  );
}
