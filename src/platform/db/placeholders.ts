/** SQL whose `:name` parameters became `$1`, `$2`, … */
export interface Placed {
  readonly text: string;
  /** The first stands for $1; a name used twice stands once. */
  readonly names: readonly string[];
  /** The SQL without comments and outer blanks: empty when there is nothing to run. */
  readonly bare: string;
}

/**
 * Replaces `:name` by `$n` outside quotes, quoted names, dollar quotes and comments. `::type` is a cast and stays,
 * so does `:=`. In an array slice write a blank or brackets before the colon's name only if you mean a parameter:
 * `[1:n]` reads as the parameter n.
 */
export function placeholders(sql: string): Placed {
  const names: string[] = [];
  let text = '';
  let bare = '';
  for (let at = 0; at < sql.length; ) {
    const piece = next(sql, at);
    at += piece.length;
    const placed = isParameter(piece) ? `$${position(names, piece.slice(1))}` : piece;
    text += placed;
    if (!isComment(piece)) bare += placed;
  }
  return { text, names, bare: bare.trim() };
}

/** What is taken in one piece, in this order; a nested comment is taken by its own scanner. */
const pieces = [
  /--[^\n]*/y,
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y,
  /'(?:[^']|'')*'/y,
  /"(?:[^"]|"")*"/y,
  /(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1/y,
  /::/y,
  /:[A-Za-z_]\w*/y,
  /[A-Za-z_][\w$]*/y,
];

function next(sql: string, at: number): string {
  if (sql.startsWith('/*', at)) return blockComment(sql, at);
  for (const pattern of pieces) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (match) return match[0];
  }
  return sql[at] as string;
}

/** Block comments nest in PostgreSQL. */
function blockComment(sql: string, start: number): string {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return sql.slice(start, marks.lastIndex);
  }
  return sql.slice(start);
}

function isParameter(piece: string): boolean {
  return /^:[A-Za-z_]/.test(piece);
}

function isComment(piece: string): boolean {
  return piece.startsWith('--') || piece.startsWith('/*');
}

function position(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known + 1 : names.push(name);
}
