/** What a person is told of cells far from everything else: where they are, what became of them, what to do. */
import type { Strays } from '../xlsx/strays.ts';

type Language = 'zh-CN' | 'en';

export function toldStrays(strays: readonly Strays[], language: Language): string | null {
  if (strays.length === 0) return null;
  if (language === 'en') {
    const places = strays.map(({ sheet, cells, count }) => {
      const more = count - cells.length;
      return `“${sheet}” ${cells.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
    return (
      `Something stands in ${places.join('; ')}, with thousands of blank cells between it and everything else: mostly a slip. It was left out ` +
      'here, so that the sheet does not grow for nothing, and stays in the file as it is. Open the file in Excel, WPS or LibreOffice and ' +
      'type the cell into the box above column A to go there: delete its row or column if nobody needs it, otherwise move it beside the rest.'
    );
  }
  const places = strays.map(
    ({ sheet, cells, count }) =>
      `工作表“${sheet}”的 ${cells.join('、')}${count > cells.length ? ` 等 ${count} 个单元格` : ' '}`,
  );
  return (
    `${places.join('；')}里有内容，和其他内容之间隔着成千上万个空格，多半是误填。为了不让表格凭空变大，这里没有计入，在文件里原样保留。` +
    '请用 Excel、WPS 或 LibreOffice 打开文件，在左上角的名称框输入这个地址找到它：没有用就删除所在的行或列，有用就移到其他内容旁边。'
  );
}
