// For bundlers that give a file's address for importing it, for `configure({ wasmUrl })`.

/** The address of the WebAssembly. */
declare const url: string;
export default url;
