//! What the page allows itself: the scripts and styles that stand in it, by their hashes, and nothing from elsewhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The content security policy under construction.
#[derive(Default)]
pub(super) struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Policy {
    /// Allows the script with this very text.
    pub(super) fn allow_script(&mut self, text: &str) {
        self.scripts.push(hash(text));
    }

    /// Allows the styles with this very text.
    pub(super) fn allow_style(&mut self, text: &str) {
        self.styles.push(hash(text));
    }

    /// The element that puts it into force for everything after it. Fonts and the icon stand in their own addresses, the
    /// desk is a worker made of a block. No text ever becomes markup, and script only by the one policy for that worker.
    pub(super) fn meta(&self) -> String {
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} \
             'wasm-unsafe-eval'; style-src {}; font-src data:; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types liner-notes\">",
            self.scripts.join(" "),
            self.styles.join(" ")
        )
    }
}

/// A text's hash as a policy names it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn scripts_and_styles_go_by_their_hashes() {
        let mut policy = Policy::default();
        policy.allow_script("alert('Hello, world.');");
        policy.allow_style("a");
        let meta = policy.meta();
        assert!(meta.contains("script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'wasm-unsafe-eval';"));
        assert!(meta.contains("style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=';"));
        assert!(!meta.contains("unsafe-inline"));
    }
}
