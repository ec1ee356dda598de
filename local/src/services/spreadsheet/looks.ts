/** Range's methods that tell and change how cells look. */
import type { CellStyle, WrapStrategy } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import { share } from '../../runtime/face.ts';
import { setBorders } from './borders.ts';
import {
  backgroundOf,
  colorOf,
  fontColorOf,
  formatChange,
  getStyle,
  getStyles,
  horizontalChange,
  horizontalOf,
  numberFormatOf,
  type StyleChange,
  setStyle,
  setStyles,
  verticalChange,
  verticalOf,
} from './formats.ts';
import { makeRange } from './make.ts';
import { rotationFace } from './rotation.ts';
import type { RangeState } from './state.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const self = (state: RangeState): Range => makeRange(state, state.area, state.open);

const weightOf = ({ bold }: CellStyle) => (bold ? 'bold' : 'normal') as GoogleAppsScript.Spreadsheet.FontWeight;
const slantOf = ({ italic }: CellStyle) => (italic ? 'italic' : 'normal') as GoogleAppsScript.Spreadsheet.FontStyle;
const familyOf = ({ fontFamily }: CellStyle) => fontFamily ?? 'Arial';
const sizeOf = ({ fontSize }: CellStyle) => fontSize ?? 10;

function lineOf({ underline, strikethrough }: CellStyle): GoogleAppsScript.Spreadsheet.FontLine {
  return underline ? 'underline' : strikethrough ? 'line-through' : 'none';
}

const weightChange = (weight: string | null): StyleChange => ({ bold: weight === 'bold' ? true : undefined });
const slantChange = (style: string | null): StyleChange => ({ italic: style === 'italic' ? true : undefined });
const wrapChange = (wrap: boolean): StyleChange => ({ wrap: wrap ? 'wrap' : undefined });

function lineChange(line: string | null): StyleChange {
  return {
    underline: line === 'underline' ? true : undefined,
    strikethrough: line === 'line-through' ? true : undefined,
  };
}

export const looks = share<Range, RangeState>({
  getBackground() {
    return getStyle(this, backgroundOf);
  },
  getBackgrounds() {
    return getStyles(this, backgroundOf);
  },
  setBackground(color: string | null) {
    setStyle(this, { background: colorOf(color) });
    return self(this);
  },
  setBackgrounds(colors) {
    setStyles(this, colors as (string | null)[][], (color) => ({ background: colorOf(color) }));
    return self(this);
  },
  setBackgroundRGB(red, green, blue) {
    const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
    setStyle(this, { background: `#${hex}` });
    return self(this);
  },
  getFontColor() {
    return getStyle(this, fontColorOf);
  },
  getFontColors() {
    return getStyles(this, fontColorOf);
  },
  setFontColor(color: string | null) {
    setStyle(this, { fontColor: colorOf(color) });
    return self(this);
  },
  setFontColors(colors: (string | null)[][]) {
    setStyles(this, colors, (color) => ({ fontColor: colorOf(color) }));
    return self(this);
  },
  getNumberFormat() {
    return getStyle(this, numberFormatOf);
  },
  getNumberFormats() {
    return getStyles(this, numberFormatOf);
  },
  setNumberFormat(format) {
    setStyle(this, formatChange(format));
    return self(this);
  },
  setNumberFormats(formats) {
    setStyles(this, formats, formatChange);
    return self(this);
  },
  getFontWeight() {
    return getStyle(this, weightOf);
  },
  getFontWeights() {
    return getStyles(this, weightOf);
  },
  setFontWeight(weight: string | null) {
    setStyle(this, weightChange(weight));
    return self(this);
  },
  setFontWeights(weights: (string | null)[][]) {
    setStyles(this, weights, weightChange);
    return self(this);
  },
  getFontStyle() {
    return getStyle(this, slantOf);
  },
  setFontStyle(style: string | null) {
    setStyle(this, slantChange(style));
    return self(this);
  },
  getFontLine() {
    return getStyle(this, lineOf);
  },
  setFontLine(line: string | null) {
    setStyle(this, lineChange(line));
    return self(this);
  },
  getFontSize() {
    return getStyle(this, sizeOf);
  },
  getFontSizes() {
    return getStyles(this, sizeOf);
  },
  setFontSize(size) {
    setStyle(this, { fontSize: size });
    return self(this);
  },
  setFontSizes(sizes) {
    setStyles(this, sizes as number[][], (size) => ({ fontSize: size }));
    return self(this);
  },
  getFontFamily() {
    return getStyle(this, familyOf);
  },
  setFontFamily(family: string | null) {
    setStyle(this, { fontFamily: family ?? undefined });
    return self(this);
  },
  getHorizontalAlignment() {
    return getStyle(this, horizontalOf);
  },
  getHorizontalAlignments() {
    return getStyles(this, horizontalOf);
  },
  setHorizontalAlignment(alignment) {
    setStyle(this, horizontalChange(alignment));
    return self(this);
  },
  setHorizontalAlignments(alignments) {
    setStyles(this, alignments as (string | null)[][], horizontalChange);
    return self(this);
  },
  getVerticalAlignment() {
    return getStyle(this, verticalOf);
  },
  setVerticalAlignment(alignment) {
    setStyle(this, verticalChange(alignment));
    return self(this);
  },
  getWrap() {
    return getStyle(this, ({ wrap }) => wrap === 'wrap');
  },
  getWraps() {
    return getStyles(this, ({ wrap }) => wrap === 'wrap');
  },
  setWrap(wrap) {
    setStyle(this, wrapChange(wrap));
    return self(this);
  },
  setWraps(wraps) {
    setStyles(this, wraps as boolean[][], wrapChange);
    return self(this);
  },
  getWrapStrategy() {
    return getStyle(this, strategyOf(this));
  },
  getWrapStrategies() {
    return getStyles(this, strategyOf(this));
  },
  setWrapStrategy(strategy) {
    setStyle(this, strategyChange(this)(strategy));
    return self(this);
  },
  setWrapStrategies(strategies) {
    setStyles(this, strategies as unknown[][], strategyChange(this));
    return self(this);
  },
  getFontFamilies() {
    return getStyles(this, familyOf);
  },
  setFontFamilies(families: (string | null)[][]) {
    setStyles(this, families, (family) => ({ fontFamily: family ?? undefined }));
    return self(this);
  },
  getFontStyles() {
    return getStyles(this, slantOf);
  },
  setFontStyles(styles: (string | null)[][]) {
    setStyles(this, styles, slantChange);
    return self(this);
  },
  getFontLines() {
    return getStyles(this, lineOf);
  },
  setFontLines(lines: (string | null)[][]) {
    setStyles(this, lines, lineChange);
    return self(this);
  },
  getVerticalAlignments() {
    return getStyles(this, verticalOf);
  },
  setVerticalAlignments(alignments) {
    setStyles(this, alignments as (string | null)[][], verticalChange);
    return self(this);
  },
  getTextRotation() {
    return this.execution.make(rotationFace, { degrees: getStyle(this, rotationOf) });
  },
  setTextRotation(degrees: unknown) {
    const turned = typeof degrees === 'number' ? degrees : (this.execution.state(rotationFace, degrees)?.degrees ?? 0);
    if (turned < -90 || turned > 90) fail('invalidArgument', turned);
    setStyle(this, { rotation: turned === 0 ? undefined : turned });
    return self(this);
  },
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: unknown,
  ) {
    setBorders(
      this,
      { top, left, bottom, right, vertical, horizontal },
      colorOf(color ?? null) ?? '#000000',
      this.execution.enumName('BorderStyle', style),
    );
    return self(this);
  },
});

type Strategy = GoogleAppsScript.Spreadsheet.WrapStrategy;

const strategyOf =
  ({ execution }: RangeState) =>
  ({ wrap }: CellStyle): Strategy =>
    execution.enumValue('WrapStrategy', (wrap ?? 'overflow').toUpperCase()) as unknown as Strategy;

const strategyChange =
  ({ execution }: RangeState) =>
  (strategy: unknown): StyleChange => {
    const name = execution.enumName('WrapStrategy', strategy)?.toLowerCase() as WrapStrategy | undefined;
    return { wrap: name === 'overflow' ? undefined : name };
  };

const rotationOf = ({ rotation }: CellStyle): number => rotation ?? 0;
