//! Short names between the app's two files.
//!
//! The script hands the app's WebAssembly well over a hundred functions by name, and wasm-bindgen's names end in a
//! hash. Both files carry every name, and hashes do not compress: short ones make the two some 5,000 bytes lighter.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// What every WebAssembly file starts with: the word and the version of the format.
const HEAD: &[u8; 8] = b"\0asm\x01\0\0\0";

/// The number of the section that says what is handed in.
const IMPORTS: u8 = 2;

/// The kind of an import that is a function.
const FUNCTION: u8 = 0;

/// Gives what `script` hands to `module` short names, in both.
pub(super) fn shorten(script: &Path, module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("the file {}", module.display()))?;
    let (bytes, names) =
        shortened(&bytes).with_context(|| format!("{} is not what wasm-bindgen writes", module.display()))?;
    let text = fs::read_to_string(script).with_context(|| format!("the file {}", script.display()))?;
    let missing = names.keys().find(|name| !text.contains(*name));
    ensure!(missing.is_none(), "{} has no function {}", script.display(), missing.map_or("", String::as_str));
    fs::write(module, bytes).with_context(|| format!("the file {}", module.display()))?;
    fs::write(script, renamed(&text, &names)).with_context(|| format!("the file {}", script.display()))
}

/// A module whose imports have short names, and those by their long ones; nothing when it cannot be read.
fn shortened(module: &[u8]) -> Option<(Vec<u8>, HashMap<String, String>)> {
    let mut rest = Bytes(module.strip_prefix(HEAD)?);
    let mut out = HEAD.to_vec();
    let mut names = HashMap::new();
    while let Some(id) = rest.byte() {
        let content = rest.sized()?;
        out.push(id);
        if id == IMPORTS {
            push_sized(&mut out, &imports(content, &mut names)?);
        } else {
            push_sized(&mut out, content);
        }
    }
    Some((out, names))
}

fn imports(section: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        let from = rest.sized()?;
        let name = str::from_utf8(rest.sized()?).ok()?;
        let next = short(names.len());
        let short = names.entry(name.to_owned()).or_insert(next);
        push_sized(&mut out, from);
        push_sized(&mut out, short.as_bytes());
        if rest.byte()? != FUNCTION {
            return None;
        }
        out.push(FUNCTION);
        push_number(&mut out, rest.number()?);
    }
    rest.0.is_empty().then_some(out)
}

/// `a` to `z`, then `aa` and so on.
fn short(number: usize) -> String {
    let (before, last) = (number / 26, char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]));
    if before == 0 { last.to_string() } else { format!("{}{last}", short(before - 1)) }
}

/// The script with other names, wherever one stands as a whole word.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let is_in_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_in_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|character| !is_in_word(character)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// What is still to be read.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in seven bits to the byte, the lowest first; the eighth says that there is more.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number, and as many bytes.
    fn sized(&mut self) -> Option<&'b [u8]> {
        let size = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(bytes)
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn push_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    push_number(out, bytes.len());
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::{HEAD, HashMap, renamed, short, shortened};

    /// A module with the sections of those numbers and contents.
    fn module(sections: &[(u8, &[u8])]) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        for (id, content) in sections {
            bytes.push(*id);
            super::push_sized(&mut bytes, content);
        }
        bytes
    }

    #[test]
    fn imports_get_short_names_and_all_else_stays() {
        let long = module(&[(1, b"types"), (2, b"\x02\x03./m\x05one_1\0\x07\x03./m\x05two_2\0\x01"), (10, &[9; 300])]);
        let short = module(&[(1, b"types"), (2, b"\x02\x03./m\x01a\0\x07\x03./m\x01b\0\x01"), (10, &[9; 300])]);
        let names = [("one_1", "a"), ("two_2", "b")].map(|(long, short)| (long.to_owned(), short.to_owned()));
        assert_eq!(shortened(&long), Some((short, HashMap::from(names))));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let with_memory = module(&[(2, b"\x01\x03./m\x01m\x02\x00\x01")]);
        for broken in [&b"no module"[..], &with_memory, &module(&[(2, b"\x05")]), &[&HEAD[..], b"\x01\x09"].concat()] {
            assert_eq!(shortened(broken), None);
        }
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let names = HashMap::from([("one_1".to_owned(), "a".to_owned())]);
        assert_eq!(renamed("{one_1:f,one_12:g,$one_1:h}one_1", &names), "{a:f,one_12:g,$one_1:h}a");
    }

    #[test]
    fn there_is_a_name_for_every_number() {
        assert_eq!([0, 25, 26, 27, 51, 52, 701, 702].map(short), ["a", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
    }
}
