/** The build puts a Word file into the script as base64. */
declare module '*.docx' {
  const base64: string;
  export default base64;
}
