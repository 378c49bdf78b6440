//! What a page allows itself: the scripts and styles that stand in it, by their hashes, what its own host has, and
//! nothing from elsewhere.

use crate::integrity::sha256;

/// The content security policy of a page, under construction.
pub struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
    rest: &'static str,
}

/// What a page of a site may load besides, all of it from its own host: fonts, the icon, what the app fetches, the
/// manifest. The desk is a worker made of a text whose hash was looked at, so it stands under this policy as well; the
/// one that keeps the site is the host's. A picture to be painted is an address that holds it.
const SITE: &str = "font-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; \
                    manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                    trusted-types liner-notes liner-notes-desk";

/// What the one file may: fonts and the icon stand in their own addresses, the desk is a worker made of a block.
const ONE_FILE: &str = "font-src data:; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'; \
                        require-trusted-types-for 'script'; trusted-types liner-notes";

impl Policy {
    /// For a page of a site, whose files come from its host.
    #[must_use]
    pub fn of_site() -> Self {
        Self { scripts: vec!["'self'".to_owned()], styles: vec!["'self'".to_owned()], rest: SITE }
    }

    /// For the app as one file, which asks nobody for anything.
    #[must_use]
    pub fn of_one_file() -> Self {
        Self { scripts: Vec::new(), styles: Vec::new(), rest: ONE_FILE }
    }

    /// Allows the script with this very text.
    pub fn allow_script(&mut self, text: &str) {
        self.scripts.push(format!("'{}'", sha256(text.as_bytes())));
    }

    /// Allows the styles with this very text.
    pub fn allow_style(&mut self, text: &str) {
        self.styles.push(format!("'{}'", sha256(text.as_bytes())));
    }

    /// The element that puts it into force for everything after it. No text ever becomes markup, and none a script but
    /// by the policies that are named.
    #[must_use]
    pub fn meta(&self) -> String {
        let [scripts, styles] = [&self.scripts, &self.styles].map(|allowed| allowed.join(" "));
        format!(
            "<meta http-equiv=\"{NAME}\" content=\"default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; \
             style-src {styles}; {}\">",
            self.rest
        )
    }
}

/// What the element is known by.
pub(crate) const NAME: &str = "Content-Security-Policy";

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn scripts_and_styles_in_a_page_go_by_their_hashes() {
        for (mut policy, own) in [(Policy::of_one_file(), ""), (Policy::of_site(), "'self' ")] {
            policy.allow_script("alert('Hello, world.');");
            policy.allow_style("a");
            let meta = policy.meta();
            let script = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
            assert!(
                meta.contains(&format!("default-src 'none'; script-src {own}{script} 'wasm-unsafe-eval';")),
                "{meta}"
            );
            let style = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='";
            assert!(meta.contains(&format!("style-src {own}{style};")), "{meta}");
            assert!(!meta.contains("unsafe-inline"), "{meta}");
        }
    }

    #[test]
    fn nothing_comes_from_elsewhere() {
        for policy in [Policy::of_one_file(), Policy::of_site()] {
            let meta = policy.meta();
            for open in ["http:", "https:", "*", "'unsafe-eval'", "unsafe-inline", "unsafe-hashes"] {
                assert!(!meta.contains(open), "{open} in {meta}");
            }
        }
    }
}
