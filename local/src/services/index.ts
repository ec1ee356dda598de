/** The globals a script finds: every service the local host imitates. */
import type { Execution } from '../runtime/execution.ts';
import { absentServices } from './absent.ts';
import { cacheService } from './cache/cache.ts';
import { htmlServiceFace } from './html/html.ts';
import { lockService } from './lock/lock.ts';
import { logger } from './logger/logger.ts';
import { mailApp } from './mail/mail-app.ts';
import { propertiesService } from './properties/properties.ts';
import { scriptApp } from './script/script-app.ts';
import { sessionService } from './session/session-service.ts';
import { spreadsheetApp } from './spreadsheet/index.ts';
import { browser } from './ui/browser.ts';
import { utilities } from './utilities/utilities.ts';

/** The services by the names scripts know. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly MailApp: GoogleAppsScript.Mail.MailApp;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly CacheService: GoogleAppsScript.Cache.CacheService;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Logger: GoogleAppsScript.Base.Logger;
  readonly Browser: GoogleAppsScript.Base.Browser;
}

export function servicesOf(execution: Execution): Services {
  return {
    ...absentServices(execution),
    SpreadsheetApp: spreadsheetApp(execution),
    MailApp: mailApp(execution),
    LockService: lockService(execution),
    PropertiesService: propertiesService(execution),
    CacheService: cacheService(execution),
    ScriptApp: scriptApp(execution),
    HtmlService: execution.make(htmlServiceFace, { execution }),
    Utilities: utilities(execution),
    Session: sessionService(execution),
    Logger: logger(execution),
    Browser: browser(execution),
  };
}
