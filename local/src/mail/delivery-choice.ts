/** How a command's mails leave: by the mail server the environment names, otherwise as files in a folder. */
import type { Mail } from '../services/mail/message.ts';
import { deliverBySmtp, deliverToFolder, smtpFromEnvironment } from './delivery.ts';

export interface ChosenDelivery {
  readonly deliver: (mail: Mail) => void;
  /** Paths of the files written so far. */
  readonly files: readonly string[];
}

export function chosenDelivery(folder: string): ChosenDelivery {
  const smtp = smtpFromEnvironment(process.env);
  return smtp ? { deliver: deliverBySmtp(smtp), files: [] } : deliverToFolder(folder);
}
