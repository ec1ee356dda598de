/** The Word files of this folder, packed together by the build (build/templates.mjs), as base64. */
declare module 'templates:packed' {
  const base64: string;
  export default base64;
}
