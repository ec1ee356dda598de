/**
 * Lays the first version of the Word templates in `src/documents/templates/`, after GB/T 9704-2012.
 *
 * The .docx files are the source: they are opened and changed in Word or WPS. This script only shows how they began, and
 * will not write over one that is there: `node build/new-templates.mjs [FOLDER]`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const folder = process.argv[2] ?? 'src/documents/templates';

/** In twentieths of a point: 37, 26, 35 and 28 mm; 22 lines of 28 characters on what is left of an A4 page. */
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>';
const GRID = '<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-848"/>';
const CHARACTER = 316;
const LINE = 579;

/**
 * 28 characters of 16 points do not quite fit 156 mm. Word squeezes them onto the grid; LibreOffice gives a character that is wider
 * than its place two of them. So the styles bring characters and lines to the grid by themselves: a quarter of a point less.
 */
const NARROW = '<w:snapToGrid w:val="0"/><w:spacing w:val="-5"/>';
const NATURAL = '<w:spacing w:val="0"/>';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const fonts = (eastAsia, latin = 'Times New Roman') =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="Times New Roman"/>`;
const size = (points) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const indent = (characters) =>
  `<w:ind w:firstLineChars="${characters * 100}" w:firstLine="${characters * CHARACTER}"/>`;
const exact = (line) => `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;

const style = (id, name, paragraph, run, more = '') =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="a"/>${more}<w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const heading = (level, font) =>
  style(
    `Hz${level}`,
    `heading ${level}`,
    `<w:keepNext/>${indent(2)}<w:outlineLvl w:val="${level - 1}"/>`,
    fonts(font),
    '<w:next w:val="a"/>',
  ).replace(' w:customStyle="1"', '');

const styles =
  `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}<w:kern w:val="2"/>${size(16)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>${exact(LINE)}${indent(2)}<w:jc w:val="both"/></w:pPr><w:rPr>${NARROW}${size(16)}</w:rPr></w:style>` +
  style(
    'HzTitle',
    '公文标题',
    `<w:snapToGrid w:val="0"/>${exact(700).replace('w:after="0"', 'w:after="60"')}${indent(0)}<w:jc w:val="center"/>`,
    fonts('方正小标宋简体') + NATURAL + size(22),
    '<w:next w:val="a"/>',
  ) +
  style('HzIssue', '期号和发文字号', `${indent(0)}<w:jc w:val="center"/>`, fonts('楷体_GB2312')) +
  style('HzTo', '主送机关', indent(0), '') +
  heading(1, '黑体') +
  heading(2, '楷体_GB2312') +
  // The name of the first annex stands six characters in: two, 附件：, and its number.
  style(
    'HzFirst',
    '附件说明首项',
    `<w:keepNext/><w:ind w:leftChars="600" w:left="${6 * CHARACTER}" w:hangingChars="400" w:hanging="${4 * CHARACTER}" w:firstLineChars="0"/><w:jc w:val="left"/>`,
    '',
  ) +
  style(
    'HzOther',
    '附件说明其他项',
    `<w:keepNext/><w:ind w:leftChars="600" w:left="${6 * CHARACTER}" w:hangingChars="100" w:hanging="${CHARACTER}" w:firstLineChars="0"/><w:jc w:val="left"/>`,
    '',
  ) +
  style(
    'HzSign',
    '署名和日期',
    `<w:keepNext/><w:keepLines/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${indent(0)}<w:jc w:val="right"/>`,
    '',
  ) +
  style('HzAnnex', '附件序号', indent(0), fonts('黑体'), '<w:next w:val="HzTitle"/>') +
  style(
    'HzCell',
    '汇总表格文字',
    `<w:snapToGrid w:val="0"/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>${indent(0)}<w:jc w:val="left"/>`,
    fonts('仿宋_GB2312') + NATURAL + size(10.5),
  ) +
  style(
    'HzNote',
    '表注',
    `<w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>${indent(0)}<w:jc w:val="left"/>`,
    NATURAL + size(10.5),
  ) +
  style(
    'HzImprint',
    '版记',
    `<w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="440" w:lineRule="exact"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/>`,
    NATURAL + size(14),
  ) +
  style(
    'HzPage',
    '页码',
    `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>${indent(0)}`,
    fonts('宋体', '宋体') + NATURAL + size(14),
  ) +
  '</w:styles>';

/** Where a font is missing another is taken, and only the font changes: these say which. */
const fontTable = `${XML}<w:fonts ${W}>${[
  ['方正小标宋简体', '方正小标宋_GBK', '03000509000000000000', 'script'],
  ['仿宋_GB2312', '仿宋', '02010609030101010101', 'modern'],
  ['黑体', 'SimHei', '02010609060101010101', 'modern'],
  ['楷体_GB2312', '楷体', '02010609030101010101', 'modern'],
  ['宋体', 'SimSun', '02010600030101010101', 'auto'],
  ['Times New Roman', 'Liberation Serif', '02020603050405020304', 'roman'],
]
  .map(
    ([name, other, panose, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:panose1 w:val="${panose}"/><w:charset w:val="${family === 'roman' ? '00' : '86'}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`;

const settings = `${XML}<w:settings ${W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** `— 1 —`: at the right on odd pages, at the left on even ones, one character in. */
const pageNumber = (side) =>
  `${XML}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="HzPage"/><w:ind w:${side}Chars="100" w:${side}="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${side}"/></w:pPr>` +
  '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>';

const section = (type = '') =>
  `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>${type}${PAGE}${GRID}</w:sectPr>`;
const newPage = section('<w:type w:val="nextPage"/>');

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const run = (text) =>
  text
    .split(/(\t)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '\t' ? '<w:r><w:tab/></w:r>' : `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`,
    )
    .join('');
const paragraph = (text, styleId = '', properties = '') =>
  `<w:p>${styleId || properties ? `<w:pPr>${styleId ? `<w:pStyle w:val="${styleId}"/>` : ''}${properties}</w:pPr>` : ''}${run(text)}</w:p>`;
const lines = (...texts) => texts.map((text) => paragraph(text)).join('');
const each = (name, inside) => paragraph(`{#${name}}`) + inside + paragraph(`{/${name}}`);
const numbered = (name) => each(name, paragraph('{#序号}（{序号}）{/序号}{段落}'));
const blank = paragraph('');
/** The signature does not stand alone on a page. */
const kept = paragraph('', '', '<w:keepNext/>');

/** 版记 at the foot of the last page: outer rules of 0.35 mm, an inner one of 0.25 mm. */
const AT_FOOT =
  '<w:framePr w:w="8845" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>';
const TO_THE_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="8565"/></w:tabs>';
const rule = (side, eighths) => `<w:${side} w:val="single" w:sz="${eighths}" w:space="1" w:color="000000"/>`;
const foot = (text, ...rules) =>
  paragraph(text, 'HzImprint', `${AT_FOOT}<w:pBdr>${rules.join('')}</w:pBdr>${TO_THE_RIGHT}`);
const PRINTED = '{印发机关}\t{印发日期}印发';
const printed = foot(PRINTED, rule('top', 8), rule('bottom', 8));
/** Two lines are a table: LibreOffice loses a frame of two paragraphs, rules and all. */
const copied = (...rows) =>
  '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/><w:tblW w:w="8845" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="8845"/></w:tblGrid>' +
  rows
    .map(
      ([text, top, bottom]) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8845" w:type="dxa"/><w:tcBorders>${rule('top', top)}${rule('bottom', bottom)}</w:tcBorders></w:tcPr>${paragraph(text, 'HzImprint', TO_THE_RIGHT)}</w:tc></w:tr>`,
    )
    .join('') +
  '</w:tbl>';
const imprint = (copies) =>
  each(
    '印发机关',
    copies
      ? each('抄送', copied(['抄送：{抄送}。', 8, 6], [PRINTED, 6, 8])) +
          paragraph('{^抄送}') +
          printed +
          paragraph('{/抄送}')
      : printed,
  );

const contact = (last = '') => paragraph('{#联系人}（联系人：{联系人}）{/联系人}', '', last);

const bodies = {
  月度报告:
    each('发文字号', paragraph('{发文字号}', 'HzIssue') + blank) +
    paragraph('{标题}', 'HzTitle') +
    blank +
    each('主送', paragraph('{主送}：', 'HzTo')) +
    each('引言', paragraph('{段落}')) +
    paragraph('一、工作开展情况', 'Hz1') +
    each('总体情况', paragraph('{段落}')) +
    each('任务', paragraph('（{序号}）{名称}', 'Hz2') + each('段落', paragraph('{文字}'))) +
    paragraph('二、存在问题', 'Hz1') +
    numbered('存在问题') +
    paragraph('三、下步打算', 'Hz1') +
    numbered('下步打算') +
    blank +
    paragraph('附件：1.{首个附件}', 'HzFirst') +
    each('其他附件', paragraph('{序号}.{名称}', 'HzOther')) +
    kept +
    paragraph('{@落款}', 'HzSign') +
    contact(newPage) +
    paragraph('附件1', 'HzAnnex') +
    blank +
    paragraph('{首个附件}', 'HzTitle') +
    paragraph('{@状态表}', 'HzCell') +
    paragraph(
      '注：✓ 已报或通过　▲ 迟报　✗ 缺报　◐ 材料不齐　↩ 退回　○ 未到期　－ 免报；空白为无此项职责。',
      'HzNote',
      newPage,
    ) +
    paragraph('附件2', 'HzAnnex') +
    blank +
    paragraph('报送情况对比和年度完成率', 'HzTitle') +
    paragraph('{月份}报送情况与上月、年初至今对比', 'HzNote') +
    paragraph('{@比较表}', 'HzCell') +
    paragraph('各部门各月完成率（已报÷应报，颜色越蓝越高）', 'HzNote') +
    paragraph('{@完成率表}', 'HzCell') +
    each(
      '佐证材料',
      paragraph('附件3', 'HzAnnex', '<w:pageBreakBefore/>') +
        blank +
        paragraph('佐证材料', 'HzTitle') +
        paragraph('{@佐证材料}', 'HzNote'),
    ) +
    imprint(true) +
    paragraph('', 'HzNote') +
    section(),
  通报:
    paragraph('{标题}', 'HzTitle') +
    paragraph('（{期号}）', 'HzIssue') +
    blank +
    paragraph('{主送}：', 'HzTo') +
    lines('{依据}') +
    paragraph('一、总体情况', 'Hz1') +
    lines('{总体情况}') +
    paragraph('二、各部门报送情况', 'Hz1') +
    each('部门', paragraph('{序号}.{名称}：{情况}')) +
    each('未报送部门', paragraph('本月没有报送任何内容的部门：{未报送部门}。')) +
    paragraph('三、有关要求', 'Hz1') +
    numbered('要求') +
    blank +
    paragraph(
      '附件：{附件}',
      'HzFirst',
      `<w:ind w:leftChars="500" w:left="${5 * CHARACTER}" w:hangingChars="300" w:hanging="${3 * CHARACTER}" w:firstLineChars="0"/>`,
    ) +
    kept +
    paragraph('{@落款}', 'HzSign') +
    contact(newPage) +
    paragraph('附件', 'HzAnnex') +
    blank +
    paragraph('{附件}', 'HzTitle') +
    blank +
    paragraph('{@报送情况表}', 'HzCell') +
    imprint(false) +
    paragraph('', 'HzNote') +
    section(),
  催报通知:
    paragraph('{标题}', 'HzTitle') +
    blank +
    paragraph('{部门}：', 'HzTo') +
    lines('{事由}') +
    each('事项', paragraph('{序号}.{任务}（{月份}，{期限}，{状态}）')) +
    lines('{要求}') +
    each('网址', paragraph('填报地址：{网址}')) +
    each('联系人', paragraph('联系人：{联系人}')) +
    kept +
    paragraph('{@落款}', 'HzSign') +
    section(),
  缺报清单:
    paragraph('{标题}', 'HzTitle') +
    blank +
    lines('{说明}') +
    paragraph('{@清单表}', 'HzCell') +
    kept +
    paragraph('{@落款}', 'HzSign') +
    contact() +
    section(),
};

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const contentTypes = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
  ['footer2', 'footer'],
]
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}${type}+xml"/>`)
  .join('')}</Types>`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const relations = (targets) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}${type}" Target="${target}"/>`).join('')}</Relationships>`;

mkdirSync(folder, { recursive: true });
for (const [name, body] of Object.entries(bodies)) {
  const file = join(folder, `${name}.docx`);
  if (existsSync(file)) {
    process.stdout.write(`${file} is there already and stays as it is\n`);
    continue;
  }
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['fontTable', 'fontTable.xml'],
      ['footer', 'footer1.xml'],
      ['footer', 'footer2.xml'],
    ]),
    'word/styles.xml': styles,
    'word/settings.xml': settings,
    'word/fontTable.xml': fontTable,
    'word/footer1.xml': pageNumber('right'),
    'word/footer2.xml': pageNumber('left'),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)]));
  writeFileSync(file, zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }));
  process.stdout.write(`${file}\n`);
}
