/** Templates as the platform turns them into programs (guides/html/templated-html#the_getcode_function). */

/**
 * The program that puts the page together, line for line as the template has it, so that a comment in a scriptlet
 * ends with its line. What it says to `output` is taken up by `HtmlService.initTemplate`.
 */
export function templateCode(content: string): string {
  const parts = content.split(/<\?(!=|=)?([\s\S]*?)\?>/);
  let code = '';
  for (let at = 0; at < parts.length; at += 3) {
    code += printed(parts[at] ?? '');
    if (at + 2 >= parts.length) break;
    const kind = parts[at + 1];
    const to = kind === '=' ? 'output._$ = ' : kind === '!=' ? 'output._ = ' : '';
    code += ` ${to}${parts[at + 2] ?? ''};`;
  }
  return `(function() { var output = HtmlService.initTemplate(); ${code}\n  /* End of user code */\n  return output.$out.append('');\n})();`;
}

function printed(text: string): string {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? [])
    .map((line) => ` output._ = ${JSON.stringify(line)};${line.endsWith('\n') ? '\n' : ''}`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made harmless between tags and inside quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * A value made harmless where it is going to stand: between tags, or as a value or inside quotes in a page's script.
 * (The platform tells more contexts apart: addresses, styles, unquoted attributes.)
 */
export function escapedAfter(before: string, value: unknown): string {
  const lower = before.toLowerCase();
  if (lower.lastIndexOf('<script') <= lower.lastIndexOf('</script')) return escaped(String(value));
  const literal = (JSON.stringify(value) ?? 'null').replace(/[<>&'\u2028\u2029]/g, unicode);
  return /["'`]$/.test(before)
    ? JSON.stringify(String(value))
        .slice(1, -1)
        .replace(/[<>&'\u2028\u2029`$]|\\"/g, unicode)
    : literal;
}

const unicode = (character: string): string =>
  `\\u${(character === '\\"' ? 34 : character.charCodeAt(0)).toString(16).padStart(4, '0')}`;
