/** A word at the lower right that goes by itself. */
import { byId, element } from './element.ts';

export function showToast(title: string, message: string, seconds: number, look: 'told' | 'refused' = 'told'): void {
  const toast = element('div', { class: look === 'refused' ? 'toast refused' : 'toast' }, [
    ...(title === '' ? [] : [element('strong', { text: title })]),
    element('span', { text: message }),
  ]);
  byId('toasts').append(toast);
  // Below nought it stays until it is clicked (reference/spreadsheet/spreadsheet#toast).
  if (seconds >= 0) setTimeout(() => toast.remove(), seconds * 1000);
  toast.addEventListener('click', () => toast.remove());
}
