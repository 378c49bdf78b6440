//! Files written into a page as text.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use liner_notes_bench::weights::gzip;

/// A block with a file in it, compressed, under the name by which the page finds it. It is a script of a kind that no
/// browser runs.
pub(super) fn packed(name: &str, content_type: &str, bytes: &[u8]) -> Result<String> {
    let text = STANDARD.encode(gzip(bytes)?);
    let name = name.replace('&', "&amp;").replace('"', "&quot;");
    Ok(format!(
        "<script type=\"application/gzip\" data-packed=\"{name}\" data-type=\"{content_type}\">{text}</script>\n"
    ))
}

/// An address that is the file itself.
pub(super) fn data_address(content_type: &str, bytes: &[u8]) -> String {
    format!("data:{content_type};base64,{}", STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use flate2::read::GzDecoder;

    use super::{data_address, packed};

    #[test]
    fn what_is_packed_can_be_unpacked() -> anyhow::Result<()> {
        let block = packed("a \"b\"", "text/plain", "äöü".repeat(100).as_bytes())?;
        assert!(
            block.starts_with(
                r#"<script type="application/gzip" data-packed="a &quot;b&quot;" data-type="text/plain">"#
            )
        );
        let text = block.split(['>', '<']).nth(2).unwrap_or_default();
        let mut unpacked = String::new();
        GzDecoder::new(STANDARD.decode(text)?.as_slice()).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, "äöü".repeat(100));
        Ok(())
    }

    #[test]
    fn a_small_file_is_its_own_address() {
        assert_eq!(data_address("image/svg+xml", b"<svg/>"), "data:image/svg+xml;base64,PHN2Zy8+");
    }
}
