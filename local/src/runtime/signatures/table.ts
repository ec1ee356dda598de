/**
 * What each method of the emulated services takes, by class: written by `generate.mjs` from @types/google-apps-script.
 * Not edited by hand.
 */

export const signatureTable: Readonly<Record<string, string>> = {
  SpreadsheetApp: `
    create(string) create(string,number,number) enableAllDataSourcesExecution() enableBigQueryExecution() flush()
    getActive() getActiveRange() getActiveRangeList() getActiveSheet() getActiveSpreadsheet() getCurrentCell()
    getSelection() getUi() newCellImage() newColor() newConditionalFormatRule() newDataSourceSpec()
    newDataValidation() newFilterCriteria() newRichTextValue() newTextStyle() open(File) openById(string)
    openByUrl(string) setActiveRange(Range) setActiveRangeList(RangeList) setActiveSheet(Sheet)
    setActiveSheet(Sheet,boolean) setActiveSpreadsheet(Spreadsheet) setCurrentCell(Range)`,
  Spreadsheet: `
    addDeveloperMetadata(string) addDeveloperMetadata(string,DeveloperMetadataVisibility)
    addDeveloperMetadata(string,string) addDeveloperMetadata(string,string,DeveloperMetadataVisibility)
    addEditor(string) addEditor(User) addEditors(string[]) addMenu(string,object?[]) addViewer(string)
    addViewer(User) addViewers(string[]) appendRow(any[]) autoResizeColumn(number) copy(string)
    createDeveloperMetadataFinder() createTextFinder(string) deleteActiveSheet() deleteColumn(number)
    deleteColumns(number,number) deleteRow(number) deleteRows(number,number) deleteSheet(Sheet)
    duplicateActiveSheet() getActiveCell() getActiveRange() getActiveRangeList() getActiveSheet() getAs(string)
    getBandings() getBlob() getColumnWidth(number) getCurrentCell() getDataRange() getDataSourceTables()
    getDeveloperMetadata() getEditors() getFormUrl() getFrozenColumns() getFrozenRows() getId() getImages()
    getIterativeCalculationConvergenceThreshold() getLastColumn() getLastRow() getMaxIterativeCalculationCycles()
    getName() getNamedRanges() getNumSheets() getOwner() getPredefinedSpreadsheetThemes()
    getProtections(ProtectionType) getRange(string) getRangeByName(string) getRangeList(string[])
    getRecalculationInterval() getRowHeight(number) getSelection() getSheetById(number) getSheetByName(string)
    getSheetId() getSheetName() getSheetValues(number,number,number,number) getSheets() getSpreadsheetLocale()
    getSpreadsheetTheme() getSpreadsheetTimeZone() getUrl() getViewers() hideColumn(Range) hideRow(Range)
    insertColumnAfter(number) insertColumnBefore(number) insertColumnsAfter(number,number)
    insertColumnsBefore(number,number) insertImage(BlobSource,number,number)
    insertImage(BlobSource,number,number,number,number) insertImage(string,number,number)
    insertImage(string,number,number,number,number) insertRowAfter(number) insertRowBefore(number)
    insertRowsAfter(number,number) insertRowsBefore(number,number) insertSheet() insertSheet(number)
    insertSheet(number,object) insertSheet(object) insertSheet(string) insertSheet(string,number)
    insertSheet(string,number,object) insertSheet(string,object) insertSheetWithDataSourceTable(DataSourceSpec)
    isColumnHiddenByUser(number) isIterativeCalculationEnabled() isRowHiddenByFilter(number)
    isRowHiddenByUser(number) moveActiveSheet(number) moveChartToObjectSheet(EmbeddedChart) removeEditor(string)
    removeEditor(User) removeMenu(string) removeNamedRange(string) removeViewer(string) removeViewer(User)
    rename(string) renameActiveSheet(string) resetSpreadsheetTheme() setActiveRange(Range)
    setActiveRangeList(RangeList) setActiveSelection(Range) setActiveSelection(string) setActiveSheet(Sheet)
    setActiveSheet(Sheet,boolean) setColumnWidth(number,number) setCurrentCell(Range) setFrozenColumns(number)
    setFrozenRows(number) setIterativeCalculationConvergenceThreshold(number) setIterativeCalculationEnabled(boolean)
    setMaxIterativeCalculationCycles(number) setNamedRange(string,Range)
    setRecalculationInterval(RecalculationInterval) setRowHeight(number,number) setSpreadsheetLocale(string)
    setSpreadsheetTheme(SpreadsheetTheme) setSpreadsheetTimeZone(string) show(HtmlOutput) sort(number)
    sort(number,boolean) toast(string) toast(string,string) toast(string,string,number?) unhideColumn(Range)
    unhideRow(Range) updateMenu(string,object[]) getSheetProtection() isAnonymousView() isAnonymousWrite()
    setAnonymousAccess(boolean,boolean) setSheetProtection(PageProtection)`,
  Sheet: `
    activate() addDeveloperMetadata(string) addDeveloperMetadata(string,DeveloperMetadataVisibility)
    addDeveloperMetadata(string,string) addDeveloperMetadata(string,string,DeveloperMetadataVisibility)
    appendRow(any[]) asDataSourceSheet() autoResizeColumn(number) autoResizeColumns(number,number)
    autoResizeRows(number,number) clear() clear(object) clearConditionalFormatRules() clearContents() clearFormats()
    clearNotes() collapseAllColumnGroups() collapseAllRowGroups() copyTo(Spreadsheet) createDeveloperMetadataFinder()
    createTextFinder(string) deleteColumn(number) deleteColumns(number,number) deleteRow(number)
    deleteRows(number,number) expandAllColumnGroups() expandAllRowGroups() expandColumnGroupsUpToDepth(number)
    expandRowGroupsUpToDepth(number) getActiveCell() getActiveRange() getActiveRangeList() getBandings() getCharts()
    getColumnGroup(number,number) getColumnGroupControlPosition() getColumnGroupDepth(number) getColumnWidth(number)
    getConditionalFormatRules() getCurrentCell() getDataRange() getDataSourceTables() getDeveloperMetadata()
    getDrawings() getFilter() getFormUrl() getFrozenColumns() getFrozenRows() getImages() getIndex() getLastColumn()
    getLastRow() getMaxColumns() getMaxRows() getName() getNamedRanges() getParent() getPivotTables()
    getProtections(ProtectionType) getRange(number,number) getRange(number,number,number)
    getRange(number,number,number,number) getRange(string) getRangeList(string[]) getRowGroup(number,number)
    getRowGroupControlPosition() getRowGroupDepth(number) getRowHeight(number) getSelection() getSheetId()
    getSheetName() getSheetValues(number,number,number,number) getSlicers() getTabColor() getType()
    hasHiddenGridlines() hideColumn(Range) hideColumns(number) hideColumns(number,number) hideRow(Range)
    hideRows(number) hideRows(number,number) hideSheet() insertChart(EmbeddedChart) insertColumnAfter(number)
    insertColumnBefore(number) insertColumns(number) insertColumns(number,number) insertColumnsAfter(number,number)
    insertColumnsBefore(number,number) insertImage(BlobSource,number,number)
    insertImage(BlobSource,number,number,number,number) insertImage(string,number,number)
    insertImage(string,number,number,number,number) insertRowAfter(number) insertRowBefore(number) insertRows(number)
    insertRows(number,number) insertRowsAfter(number,number) insertRowsBefore(number,number)
    insertSlicer(Range,number,number) insertSlicer(Range,number,number,number,number) isColumnHiddenByUser(number)
    isRightToLeft() isRowHiddenByFilter(number) isRowHiddenByUser(number) isSheetHidden() moveColumns(Range,number)
    moveRows(Range,number) newChart() protect() removeChart(EmbeddedChart) setActiveRange(Range)
    setActiveRangeList(RangeList) setActiveSelection(Range) setActiveSelection(string)
    setColumnGroupControlPosition(GroupControlTogglePosition) setColumnWidth(number,number)
    setColumnWidths(number,number,number) setConditionalFormatRules(ConditionalFormatRule[]) setCurrentCell(Range)
    setFrozenColumns(number) setFrozenRows(number) setHiddenGridlines(boolean) setName(string)
    setRightToLeft(boolean) setRowGroupControlPosition(GroupControlTogglePosition) setRowHeight(number,number)
    setRowHeights(number,number,number) setRowHeightsForced(number,number,number) setTabColor(string?)
    showColumns(number) showColumns(number,number) showRows(number) showRows(number,number) showSheet() sort(number)
    sort(number,boolean) unhideColumn(Range) unhideRow(Range) updateChart(EmbeddedChart) getSheetProtection()
    setSheetProtection(PageProtection)`,
  Range: `
    activate() activateAsCurrentCell() addDeveloperMetadata(string)
    addDeveloperMetadata(string,DeveloperMetadataVisibility) addDeveloperMetadata(string,string)
    addDeveloperMetadata(string,string,DeveloperMetadataVisibility) applyColumnBanding()
    applyColumnBanding(BandingTheme) applyColumnBanding(BandingTheme,boolean,boolean) applyRowBanding()
    applyRowBanding(BandingTheme) applyRowBanding(BandingTheme,boolean,boolean) autoFill(Range,AutoFillSeries)
    autoFillToNeighbor(AutoFillSeries) breakApart() canEdit() check() clear() clear(object) clearContent()
    clearDataValidations() clearFormat() clearNote() collapseGroups()
    copyFormatToRange(number,number,number,number,number) copyFormatToRange(Sheet,number,number,number,number)
    copyTo(Range) copyTo(Range,CopyPasteType,boolean) copyTo(Range,object)
    copyValuesToRange(number,number,number,number,number) copyValuesToRange(Sheet,number,number,number,number)
    createDataSourcePivotTable(DataSource) createDataSourceTable(DataSource) createDeveloperMetadataFinder()
    createFilter() createPivotTable(Range) createTextFinder(string) deleteCells(Dimension) expandGroups()
    getA1Notation() getBackground() getBackgroundObject() getBackgroundObjects() getBackgrounds() getBandings()
    getCell(number,number) getColumn() getDataRegion() getDataRegion(Dimension) getDataSourceFormula()
    getDataSourceFormulas() getDataSourcePivotTables() getDataSourceTables() getDataSourceUrl() getDataTable()
    getDataTable(boolean) getDataValidation() getDataValidations() getDeveloperMetadata() getDisplayValue()
    getDisplayValues() getFilter() getFontColor() getFontColors() getFontColorObject() getFontColorObjects()
    getFontFamilies() getFontFamily() getFontLine() getFontLines() getFontSize() getFontSizes() getFontStyle()
    getFontStyles() getFontWeight() getFontWeights() getFormula() getFormulaR1C1() getFormulas() getFormulasR1C1()
    getGridId() getHeight() getHorizontalAlignment() getHorizontalAlignments() getLastColumn() getLastRow()
    getMergedRanges() getNextDataCell(Direction) getNote() getNotes() getNumColumns() getNumRows() getNumberFormat()
    getNumberFormats() getRichTextValue() getRichTextValues() getRow() getRowIndex() getSheet() getTextDirection()
    getTextDirections() getTextRotation() getTextRotations() getTextStyle() getTextStyles() getValue() getValues()
    getVerticalAlignment() getVerticalAlignments() getWidth() getWrap() getWrapStrategies() getWrapStrategy()
    getWraps() insertCells(Dimension) insertCheckboxes() insertCheckboxes(any) insertCheckboxes(any,any) isBlank()
    isChecked() isEndColumnBounded() isEndRowBounded() isPartOfMerge() isStartColumnBounded() isStartRowBounded()
    merge() mergeAcross() mergeVertically() moveTo(Range) offset(number,number) offset(number,number,number)
    offset(number,number,number,number) protect() randomize() removeCheckboxes() removeDuplicates()
    removeDuplicates(number[]) setBackground(string?) setBackgroundObject(Color?) setBackgroundObjects(Color[][]?)
    setBackgroundRGB(number,number,number) setBackgrounds(string?[][])
    setBorder(boolean?,boolean?,boolean?,boolean?,boolean?,boolean?)
    setBorder(boolean?,boolean?,boolean?,boolean?,boolean?,boolean?,string?,BorderStyle?)
    setDataValidation(DataValidation?) setDataValidations(DataValidation?[][]) setFontColor(string?)
    setFontColorObject(Color?) setFontColorObjects(Color?[][]) setFontColors(any[][]) setFontFamilies(string?[][])
    setFontFamily(string?) setFontLine(string?) setFontLines(string?[][]) setFontSize(number)
    setFontSizes(number[][]) setFontStyle(string?) setFontStyles(string?[][]) setFontWeight(string?)
    setFontWeights(string?[][]) setFormula(string) setFormulaR1C1(string) setFormulas(string[][])
    setFormulasR1C1(string[][]) setHorizontalAlignment(string?) setHorizontalAlignments(string?[][]) setNote(string?)
    setNotes(string?[][]) setNumberFormat(string) setNumberFormats(string[][]) setRichTextValue(RichTextValue)
    setRichTextValues(RichTextValue[][]) setShowHyperlink(boolean) setTextDirection(TextDirection?)
    setTextDirections(TextDirection?[][]) setTextRotation(number) setTextRotation(TextRotation)
    setTextRotations(TextRotation[][]) setTextStyle(TextStyle) setTextStyles(TextStyle[][]) setValue(any)
    setValues(any[][]) setVerticalAlignment(string?) setVerticalAlignments(string?[][]) setVerticalText(boolean)
    setWrap(boolean) setWrapStrategies(WrapStrategy[][]) setWrapStrategy(WrapStrategy) setWraps(boolean[][])
    shiftColumnGroupDepth(number) shiftRowGroupDepth(number) sort(any) splitTextToColumns()
    splitTextToColumns(string) splitTextToColumns(TextToColumnsDelimiter) trimWhitespace() uncheck()`,
  RangeList: `
    activate() breakApart() check() clear() clear(object) clearContent() clearDataValidations() clearFormat()
    clearNote() getRanges() insertCheckboxes() insertCheckboxes(any) insertCheckboxes(any,any) removeCheckboxes()
    setBackground(string?) setBackgroundRGB(number,number,number)
    setBorder(boolean?,boolean?,boolean?,boolean?,boolean?,boolean?)
    setBorder(boolean?,boolean?,boolean?,boolean?,boolean?,boolean?,string?,BorderStyle?) setFontColor(string?)
    setFontFamily(string?) setFontLine(string?) setFontSize(number) setFontStyle(string?) setFontWeight(string?)
    setFormula(string) setFormulaR1C1(string) setHorizontalAlignment(string?) setNote(string?)
    setNumberFormat(string) setShowHyperlink(boolean) setTextDirection(TextDirection?) setTextRotation(number)
    setValue(any) setVerticalAlignment(string?) setVerticalText(boolean) setWrap(boolean)
    setWrapStrategy(WrapStrategy) trimWhitespace() uncheck()`,
  Selection: `
    getActiveRange() getActiveRangeList() getActiveSheet() getCurrentCell() getNextDataRange(Direction)`,
  DataValidation: `
    copy() getAllowInvalid() getCriteriaType() getCriteriaValues() getHelpText()`,
  DataValidationBuilder: `
    build() copy() getAllowInvalid() getCriteriaType() getCriteriaValues() getHelpText() requireCheckbox()
    requireCheckbox(any) requireCheckbox(any,any) requireDate() requireDateAfter(Date) requireDateBefore(Date)
    requireDateBetween(Date,Date) requireDateEqualTo(Date) requireDateNotBetween(Date,Date)
    requireDateOnOrAfter(Date) requireDateOnOrBefore(Date) requireFormulaSatisfied(string)
    requireNumberBetween(number,number) requireNumberEqualTo(number) requireNumberGreaterThan(number)
    requireNumberGreaterThanOrEqualTo(number) requireNumberLessThan(number) requireNumberLessThanOrEqualTo(number)
    requireNumberNotBetween(number,number) requireNumberNotEqualTo(number) requireTextContains(string)
    requireTextDoesNotContain(string) requireTextEqualTo(string) requireTextIsEmail() requireTextIsUrl()
    requireValueInList(string[]) requireValueInList(string[],boolean) requireValueInRange(Range)
    requireValueInRange(Range,boolean) setAllowInvalid(boolean) setHelpText(string)
    withCriteria(DataValidationCriteria,any[])`,
  ConditionalFormatRule: `
    copy() getBooleanCondition() getGradientCondition() getRanges()`,
  ConditionalFormatRuleBuilder: `
    build() copy() getBooleanCondition() getGradientCondition() getRanges() setBackground(string?) setBold(boolean?)
    setFontColor(string?) setGradientMaxpoint(string) setGradientMaxpointWithValue(string,InterpolationType,string)
    setGradientMidpointWithValue(string,InterpolationType,string) setGradientMinpoint(string)
    setGradientMinpointWithValue(string,InterpolationType,string) setItalic(boolean?) setRanges(Range[])
    setStrikethrough(boolean?) setUnderline(boolean?) whenCellEmpty() whenCellNotEmpty() whenDateAfter(Date)
    whenDateAfter(RelativeDate) whenDateBefore(Date) whenDateBefore(RelativeDate) whenDateEqualTo(Date)
    whenDateEqualTo(RelativeDate) whenFormulaSatisfied(string) whenNumberBetween(number,number)
    whenNumberEqualTo(number) whenNumberGreaterThan(number) whenNumberGreaterThanOrEqualTo(number)
    whenNumberLessThan(number) whenNumberLessThanOrEqualTo(number) whenNumberNotBetween(number,number)
    whenNumberNotEqualTo(number) whenTextContains(string) whenTextDoesNotContain(string) whenTextEndsWith(string)
    whenTextEqualTo(string) whenTextStartsWith(string) withCriteria(BooleanCriteria,any[])`,
  BooleanCondition: `
    getBackground() getBold() getCriteriaType() getCriteriaValues() getFontColor() getItalic() getStrikethrough()
    getUnderline()`,
  GradientCondition: `
    getMaxColor() getMaxType() getMaxValue() getMidColor() getMidType() getMidValue() getMinColor() getMinType()
    getMinValue()`,
  Protection: `
    addEditor(string) addEditor(User) addEditors(string[]) canDomainEdit() canEdit() getDescription() getEditors()
    getProtectionType() getRange() getRangeName() getUnprotectedRanges() isWarningOnly() remove()
    removeEditor(string) removeEditor(User) removeEditors(string[]) removeEditors(User[]) setDescription(string)
    setDomainEdit(boolean) setNamedRange(NamedRange) setRange(Range) setRangeName(string)
    setUnprotectedRanges(Range[]) setWarningOnly(boolean)`,
  NamedRange: `
    getName() getRange() remove() setName(string) setRange(Range)`,
  Filter: `
    getColumnFilterCriteria(number) getRange() remove() removeColumnFilterCriteria(number)
    setColumnFilterCriteria(number,FilterCriteria?) sort(number,boolean)`,
  FilterCriteria: `
    copy() getCriteriaType() getCriteriaValues() getHiddenValues() getVisibleValues()`,
  FilterCriteriaBuilder: `
    build() copy() getCriteriaType() getCriteriaValues() getHiddenValues() getVisibleValues()
    setHiddenValues(string[]) setVisibleValues(string[]) whenCellEmpty() whenCellNotEmpty() whenDateAfter(Date)
    whenDateAfter(RelativeDate) whenDateBefore(Date) whenDateBefore(RelativeDate) whenDateEqualTo(Date)
    whenDateEqualTo(RelativeDate) whenFormulaSatisfied(string) whenNumberBetween(number,number)
    whenNumberEqualTo(number) whenNumberGreaterThan(number) whenNumberGreaterThanOrEqualTo(number)
    whenNumberLessThan(number) whenNumberLessThanOrEqualTo(number) whenNumberNotBetween(number,number)
    whenNumberNotEqualTo(number) whenTextContains(string) whenTextDoesNotContain(string) whenTextEndsWith(string)
    whenTextEqualTo(string) whenTextStartsWith(string) withCriteria(BooleanCriteria,any[])`,
  TextFinder: `
    findAll() findNext() findPrevious() getCurrentMatch() ignoreDiacritics(boolean) matchCase(boolean)
    matchEntireCell(boolean) matchFormulaText(boolean) replaceAllWith(string) replaceWith(string) startFrom(Range)
    useRegularExpression(boolean)`,
  RichTextValue: `
    copy() getEndIndex() getLinkUrl() getLinkUrl(number,number) getRuns() getStartIndex() getText() getTextStyle()
    getTextStyle(number,number)`,
  RichTextValueBuilder: `
    build() setLinkUrl(number,number,string?) setLinkUrl(string?) setText(string)
    setTextStyle(number,number,TextStyle?) setTextStyle(TextStyle?)`,
  TextStyle: `
    copy() getFontFamily() getFontSize() getForegroundColor() getForegroundColorObject() isBold() isItalic()
    isStrikethrough() isUnderline()`,
  TextStyleBuilder: `
    build() setBold(boolean) setFontFamily(string) setFontSize(number) setForegroundColor(string)
    setForegroundColorObject(Color) setItalic(boolean) setStrikethrough(boolean) setUnderline(boolean)`,
  TextRotation: `
    getDegrees() isVertical()`,
  DeveloperMetadata: `
    getId() getKey() getLocation() getValue() getVisibility() moveToColumn(Range) moveToRow(Range) moveToSheet(Sheet)
    moveToSpreadsheet() remove() setKey(string) setValue(string) setVisibility(DeveloperMetadataVisibility)`,
  Banding: `
    copyTo(Range) getFirstColumnColor() getFirstRowColor() getFooterColumnColor() getFooterRowColor()
    getHeaderColumnColor() getHeaderRowColor() getRange() getSecondColumnColor() getSecondRowColor() remove()
    setFirstColumnColor(string?) setFirstRowColor(string?) setFooterColumnColor(string?) setFooterRowColor(string?)
    setHeaderColumnColor(string?) setHeaderRowColor(string?) setRange(Range) setSecondColumnColor(string?)
    setSecondRowColor(string?)`,
  Ui: `
    alert(string) alert(string,ButtonSet) alert(string,string,ButtonSet) createAddonMenu() createMenu(string)
    prompt(string) prompt(string,ButtonSet) prompt(string,string,ButtonSet) showModalDialog(HtmlOutput,string)
    showModelessDialog(HtmlOutput,string) showSidebar(HtmlOutput) showDialog(HtmlOutput)`,
  Menu: `
    addItem(string,string) addSeparator() addSubMenu(Menu) addToUi()`,
  PromptResponse: `
    getResponseText() getSelectedButton()`,
  Blob: `
    copyBlob() getAs(string) getBytes() getContentType() getDataAsString() getDataAsString(string) getName()
    isGoogleType() setBytes(number[]) setContentType(string?) setContentTypeFromExtension() setDataFromString(string)
    setDataFromString(string,string) setName(string) getAllBlobs()`,
  User: `
    getEmail() getUserLoginId()`,
  Session: `
    getActiveUser() getActiveUserLocale() getEffectiveUser() getScriptTimeZone() getTemporaryActiveUserKey()
    getTimeZone() getUser()`,
  Logger: `
    clear() getLog() log(any) log(string,...)`,
  Browser: `
    inputBox(string) inputBox(string,ButtonSet) inputBox(string,string,ButtonSet) msgBox(string)
    msgBox(string,ButtonSet) msgBox(string,string,ButtonSet)`,
  MailApp: `
    getRemainingDailyQuota() sendEmail(MailAdvancedParameters) sendEmail(string,string,string)
    sendEmail(string,string,string,MailAdvancedParameters) sendEmail(string,string,string,string)`,
  LockService: `
    getDocumentLock() getScriptLock() getUserLock()`,
  Lock: `
    hasLock() releaseLock() tryLock(number) waitLock(number)`,
  PropertiesService: `
    getDocumentProperties() getScriptProperties() getUserProperties()`,
  Properties: `
    deleteAllProperties() deleteProperty(string) getKeys() getProperties() getProperty(string) setProperties(object)
    setProperties(object,boolean) setProperty(string,string)`,
  CacheService: `
    getDocumentCache() getScriptCache() getUserCache()`,
  Cache: `
    get(string) getAll(string[]) put(string,string) put(string,string,number) putAll(object) putAll(object,number)
    remove(string) removeAll(string[])`,
  ScriptApp: `
    deleteTrigger(Trigger) getAuthorizationInfo(AuthMode) getIdentityToken() getInstallationSource() getOAuthToken()
    getProjectTriggers() getScriptId() getService() getUserTriggers(Document) getUserTriggers(Form)
    getUserTriggers(Spreadsheet) invalidateAuth() newStateToken() newTrigger(string) requireAllScopes(AuthMode)
    requireScopes(AuthMode,string[]) getProjectKey() getScriptTriggers()`,
  Trigger: `
    getEventType() getHandlerFunction() getTriggerSource() getTriggerSourceId() getUniqueId()`,
  TriggerBuilder: `
    forDocument(Document) forDocument(string) forForm(Form) forForm(string) forSpreadsheet(Spreadsheet)
    forSpreadsheet(string) forUserCalendar(string) timeBased()`,
  ClockTriggerBuilder: `
    after(number) at(Date) atDate(number,number,number) atHour(number) create() everyDays(number) everyHours(number)
    everyMinutes(number) everyWeeks(number) inTimezone(string) nearMinute(number) onMonthDay(number)
    onWeekDay(Weekday)`,
  SpreadsheetTriggerBuilder: `
    create() onChange() onEdit() onFormSubmit() onOpen()`,
  AuthorizationInfo: `
    getAuthorizationStatus() getAuthorizationUrl()`,
  HtmlService: `
    createHtmlOutput() createHtmlOutput(BlobSource) createHtmlOutput(string) createHtmlOutputFromFile(string)
    createTemplate(BlobSource) createTemplate(string) createTemplateFromFile(string) getUserAgent()`,
  HtmlOutput: `
    addMetaTag(string,string) append(string) appendUntrusted(string) asTemplate() clear() getAs(string) getBlob()
    getContent() getFaviconUrl() getHeight() getMetaTags() getTitle() getWidth() setContent(string)
    setFaviconUrl(string) setHeight(number) setSandboxMode(SandboxMode) setTitle(string) setWidth(number)
    setXFrameOptionsMode(XFrameOptionsMode)`,
  HtmlTemplate: `
    evaluate() getCode() getCodeWithComments() getRawContent()`,
  Utilities: `
    base64Decode(string) base64Decode(string,Charset) base64DecodeWebSafe(string) base64DecodeWebSafe(string,Charset)
    base64Encode(number[]) base64Encode(string) base64Encode(string,Charset) base64EncodeWebSafe(number[])
    base64EncodeWebSafe(string) base64EncodeWebSafe(string,Charset) computeDigest(DigestAlgorithm,number[])
    computeDigest(DigestAlgorithm,string) computeDigest(DigestAlgorithm,string,Charset)
    computeHmacSha256Signature(number[],number[]) computeHmacSha256Signature(string,string)
    computeHmacSha256Signature(string,string,Charset) computeHmacSignature(MacAlgorithm,number[],number[])
    computeHmacSignature(MacAlgorithm,string,string) computeHmacSignature(MacAlgorithm,string,string,Charset)
    computeRsaSha1Signature(string,string) computeRsaSha1Signature(string,string,Charset)
    computeRsaSha256Signature(string,string) computeRsaSha256Signature(string,string,Charset)
    computeRsaSignature(RsaAlgorithm,string,string) computeRsaSignature(RsaAlgorithm,string,string,Charset)
    formatDate(Date,string,string) formatString(string,...) getUuid() gzip(BlobSource) gzip(BlobSource,string)
    newBlob(number[]) newBlob(number[],string) newBlob(number[],string,string) newBlob(string) newBlob(string,string)
    newBlob(string,string,string) parseCsv(string) parseCsv(string,string) parseDate(string,string,string)
    sleep(number) ungzip(BlobSource) unzip(BlobSource) zip(BlobSource[]) zip(BlobSource[],string) jsonParse(string)
    jsonStringify(any)`,
};
