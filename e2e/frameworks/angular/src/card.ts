import { configure } from "licensing-card";
import wasmUrl from "licensing-card/licensing-card_bg.wasm" with { loader: "file" };

configure({ wasmUrl: new URL(wasmUrl, import.meta.url) });
