//! Short texts on their way into JavaScript: the generated glue has `TextDecoder` read each, which
//! for a table's many attributes and numbers takes longer than everything else about them.

use anyhow::{Result, bail};

/// What the glue does with a text.
const GENERATED: &str = "return decodeText(ptr >>> 0, len);";

/// The same, but for a short text in ASCII, which is put together here.
const QUICK: &str = "\
ptr >>>= 0;
    if (len < 32) {
        const bytes = getUint8ArrayMemory0();
        let text = \"\";
        for (let at = ptr; at < ptr + len; at++) {
            if (bytes[at] > 127) return decodeText(ptr, len);
            text += String.fromCharCode(bytes[at]);
        }
        return text;
    }
    return decodeText(ptr, len);";

/// The glue with a quick way for short texts.
pub(super) fn quicken(glue: &str) -> Result<String> {
    if glue.matches(GENERATED).count() != 1 {
        bail!("wasm-bindgen's glue no longer decodes texts in the one place that is known");
    }
    Ok(glue.replace(GENERATED, QUICK))
}

#[cfg(test)]
mod tests {
    use super::{GENERATED, quicken};

    #[test]
    fn texts_are_decoded_in_exactly_one_place() {
        let glue = format!("function getStringFromWasm0(ptr, len) {{ {GENERATED} }}");
        assert!(quicken(&glue).is_ok_and(|glue| glue.contains("fromCharCode")));
        assert!(quicken("").is_err() && quicken(&glue.repeat(2)).is_err());
    }
}
