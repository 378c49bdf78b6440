//! Addresses that may become links, and no others.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use crate::packed::packs;

/// The one scheme that there is. An allow-list: whatever else a browser would follow, or run, is none.
const SCHEME: &str = "https://";

/// The address of a page at some host, from outside the project. To have one is to have looked at it: a script or a file
/// can never be behind it. What of it has to be written otherwise in a file is for whoever writes that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

impl FromStr for WebAddress {
    type Err = String;

    fn from_str(address: &str) -> Result<Self, String> {
        let Some(rest) = address.strip_prefix(SCHEME) else {
            return Err(format!("an address starts with {SCHEME}"));
        };
        // A browser leaves them out, or has the rest of a line read backwards.
        let is_strange = |letter: char| {
            letter.is_control()
                || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if let Some(letter) = address.chars().find(|letter| is_strange(*letter)) {
            let letter = u32::from(letter);
            return Err(format!("U+{letter:04X} cannot stand in an address as it is; write it with a `%`"));
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err("an address names nobody before its host; take out what is before the `@`".to_owned());
        }
        let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
        let is_label = |label: &str| !label.is_empty() && label.chars().all(|one| one.is_alphanumeric() || one == '-');
        if !host.split('.').all(is_label) || port.parse::<u16>().is_err() {
            return Err(format!("`{authority}` is no host; an address names one after {SCHEME}"));
        }
        Ok(Self(address.to_owned()))
    }
}

impl Deref for WebAddress {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

packs! {
    struct WebAddress(it);
}
