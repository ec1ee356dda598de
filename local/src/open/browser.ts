/** Shows an address in the browser people use; says nothing where there is none. */
import { spawn } from 'node:child_process';

const COMMANDS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export function showInBrowser(address: string): void {
  const [command, ...args] = COMMANDS[process.platform] ?? ['xdg-open'];
  const shown = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  // The address stands in the terminal, too.
  shown.on('error', () => undefined);
  shown.unref();
}
