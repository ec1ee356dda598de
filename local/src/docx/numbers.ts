/** Automatic numbers of a Word document, written out as a reader sees them: 一、 （一） 1. （1） ① */
import { childNamed, childrenNamed, parseXml } from '../xlsx/xml.ts';

export interface Numbers {
  /** The next number of a list at a level, or `''` where it has none. */
  next(list: string, level: number): string;
}

interface Level {
  readonly format: string;
  /** `%1、` with the levels' places. */
  readonly text: string;
  readonly start: number;
}

export function readNumbers(xml: string | undefined): Numbers {
  const lists = new Map<string, readonly Level[]>();
  if (xml !== undefined) {
    const root = parseXml(xml);
    const abstracts = new Map(
      childrenNamed(root, 'abstractNum').map((node) => [
        node.attributes['w:abstractNumId'],
        childrenNamed(node, 'lvl').map(
          (level): Level => ({
            format: childNamed(level, 'numFmt')?.attributes['w:val'] ?? 'decimal',
            text: childNamed(level, 'lvlText')?.attributes['w:val'] ?? '',
            start: Number(childNamed(level, 'start')?.attributes['w:val'] ?? 1),
          }),
        ),
      ]),
    );
    for (const node of childrenNamed(root, 'num')) {
      const levels = abstracts.get(childNamed(node, 'abstractNumId')?.attributes['w:val']);
      if (levels) lists.set(node.attributes['w:numId'] ?? '', levels);
    }
  }
  const counts = new Map<string, number[]>();
  return {
    next(list, level) {
      const levels = lists.get(list);
      const own = levels?.[level];
      if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
      const count = counts.get(list) ?? [];
      counts.set(list, count);
      count[level] = (count[level] ?? own.start - 1) + 1;
      count.length = level + 1;
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return written(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
      });
    },
  };
}

const HAN = '零一二三四五六七八九';

function written(number: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|ideographDigital|taiwaneseCountingThousand)$/.test(
      format,
    )
  )
    return counted(number);
  if (/^decimalEnclosedCircle/.test(format) && number <= 20) return String.fromCharCode(0x2460 + number - 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + number);
  if (format === 'lowerLetter') return String.fromCharCode(96 + number);
  return String(number);
}

function counted(number: number): string {
  if (number < 10) return HAN[number] ?? '';
  if (number < 20) return `十${number === 10 ? '' : (HAN[number - 10] ?? '')}`;
  if (number < 100) return `${HAN[Math.floor(number / 10)]}十${number % 10 === 0 ? '' : (HAN[number % 10] ?? '')}`;
  return String(number);
}
