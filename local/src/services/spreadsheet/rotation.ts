/** SpreadsheetApp.TextRotation */
import { emulate, type Face } from '../../runtime/face.ts';

type Rotation = GoogleAppsScript.Spreadsheet.TextRotation;

export const rotationFace: Face<Rotation, { readonly degrees: number }> = emulate<
  Rotation,
  { readonly degrees: number }
>('TextRotation', {
  getDegrees() {
    return this.degrees;
  },
  isVertical() {
    return false;
  },
});
