import { configure } from "licensing-card";
import wasmUrl from "licensing-card/licensing-card_bg.wasm?url";

configure({ wasmUrl });
