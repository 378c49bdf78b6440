//! `--texts`: the texts that a build carries, for owners who have the rights to them.
//!
//! A build carries none unless its command was told to: what a variable of an earlier command says is taken away.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use liner_notes_record::carried::{self, FOLDER, Folder};
use liner_notes_record::source;

/// What a build says that carries no text.
const NONE: &str = "No texts are in this build.";

/// The texts for a build to carry.
pub(crate) struct Texts {
    /// Where they lie.
    folder: PathBuf,
    found: Folder,
    /// How many reviews the collection has.
    reviews: usize,
}

impl Texts {
    /// Those in a folder that are of reviews of the collection.
    ///
    /// # Errors
    /// When there is no such folder, when none of its files is the text of a review, or when the collection is refused.
    pub(crate) fn of(folder: &Path, collection: &Path) -> Result<Self> {
        let record = source::read(collection)?;
        let missing = || format!("there is no folder `{}`; name the one with the reviews' texts", folder.display());
        let folder = folder.canonicalize().with_context(missing)?;
        let found =
            carried::read(&record, &folder).with_context(|| format!("reading the texts in {}", folder.display()))?;
        ensure!(
            !found.carried.is_empty(),
            "no file in {} is the text of a review of this collection{}; name the folder with the reviews' texts, or \
             leave --texts out",
            folder.display(),
            found.left_out.iter().map(|(name, why)| format!("; {name} {why}")).collect::<String>()
        );
        let reviews = liner_notes_record::Shown::new(&record, liner_notes_record::Dial::None).reviews().len();
        Ok(Self { folder, found, reviews })
    }

    /// As they are packed into the desk.
    pub(crate) fn packed(&self) -> Vec<u8> {
        carried::pack(self.found.carried.iter().map(|(_, text)| text))
    }

    /// Which are in the build, and which files are not.
    fn words(&self) -> String {
        let Folder { carried, left_out } = &self.found;
        let mut words = format!(
            "In this build are the texts of {} of {} reviews. Publishing it needs the rights to them.\n",
            carried.len(),
            self.reviews
        );
        for (review, text) in carried {
            let _ = writeln!(words, "    {review}: {}", text.name);
        }
        if !left_out.is_empty() {
            words.push_str("Left out:\n");
        }
        for (name, why) in left_out {
            let _ = writeln!(words, "    {name} {why}");
        }
        words
    }
}

/// Says which texts are in a build; that there are none, where it has not been told of any.
pub(crate) fn words(texts: Option<&Texts>) -> String {
    texts.map_or_else(|| format!("{NONE}\n"), Texts::words)
}

/// Has a command that builds carry these texts, and no others.
pub(crate) fn tell(command: &mut Command, texts: Option<&Texts>) {
    match texts {
        Some(texts) => command.env(FOLDER, &texts.folder),
        None => command.env_remove(FOLDER),
    };
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use anyhow::{Context, Result};

    use super::{FOLDER, Texts, tell, words};

    fn two() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/two")
    }

    /// A folder of that name with these files.
    fn folder(name: &str, files: &[(&str, &[u8])]) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("liner-notes-carried-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("a folder"))?;
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes)?;
        }
        Ok(folder)
    }

    fn refused(texts: &Path) -> Result<String> {
        let refused = Texts::of(texts, &two()).err().context("nothing is wrong with it")?;
        Ok(format!("{refused:#}"))
    }

    #[test]
    fn a_build_without_texts_says_so_in_one_line() {
        assert_eq!(words(None), "No texts are in this build.\n");
    }

    #[test]
    fn a_build_with_texts_names_them_and_says_what_publishing_it_needs() -> Result<()> {
        let words = words(Some(&Texts::of(&two().join("texts"), &two())?));
        let head = "In this build are the texts of 2 of 2 reviews. Publishing it needs the rights to them.\n";
        assert!(words.starts_with(head), "{words}");
        for line in ["saltmarsh-quarterly: 1-saltmarsh-quarterly.txt\n", "footlight: 2-footlight.txt\n"] {
            assert!(words.contains(line), "{words}");
        }
        assert!(!words.contains("Left out"), "{words}");
        Ok(())
    }

    #[test]
    fn files_that_are_no_review_s_are_named_and_left_out() -> Result<()> {
        let text = fs::read(two().join("texts/2-footlight.txt"))?;
        let copy = [b"A line that was not there.\n", text.as_slice()].concat();
        let files: [(&str, &[u8]); 4] =
            [("b.txt", &text), ("a copy.txt", &copy), ("letter.txt", b"Dear all"), ("sleeve.png", b"\x89PNG\xff")];
        let folder = folder("left-out", &files)?;
        let words = words(Some(&Texts::of(&folder, &two())?));
        fs::remove_dir_all(folder)?;
        assert!(words.starts_with("In this build are the texts of 1 of 2 reviews."), "{words}");
        let left_out = "    footlight: b.txt\nLeft out:\n    a copy.txt is another copy of the text of footlight\n    \
                        letter.txt is none of these reviews\n    sleeve.png is no text in UTF-8\n";
        assert!(words.ends_with(left_out), "{words}");
        Ok(())
    }

    #[test]
    fn a_folder_with_no_review_s_text_is_refused_with_what_is_in_it() -> Result<()> {
        let folder = folder("strangers", &[("letter.txt", b"Dear all")])?;
        let said = refused(&folder)?;
        fs::remove_dir_all(folder)?;
        for words in ["is the text of a review of this collection", "letter.txt is none of these reviews", "--texts"] {
            assert!(said.contains(words), "{said}");
        }
        let said = refused(Path::new("/no/such/folder"))?;
        assert!(said.contains("there is no folder `/no/such/folder`"), "{said}");
        Ok(())
    }

    #[test]
    fn a_build_that_is_told_of_no_texts_has_none_whatever_was_told_to_another() -> Result<()> {
        let told = |texts: Option<&Texts>| {
            let mut command = Command::new("trunk");
            command.env(FOLDER, "/left/from/before");
            tell(&mut command, texts);
            command.get_envs().find(|(name, _)| *name == FOLDER).map(|(_, folder)| folder.map(OsStr::to_owned))
        };
        assert_eq!(told(None), Some(None));
        let texts = Texts::of(&two().join("texts"), &two())?;
        assert_eq!(told(Some(&texts)), Some(Some(texts.folder.clone().into_os_string())));
        Ok(())
    }
}
