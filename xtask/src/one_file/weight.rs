//! What the one file weighs, and how much it may.

use anyhow::{Result, ensure};

use super::NAME;
use crate::size::grouped;

/// The most that the one file may weigh for each hundred bytes that it holds, compressed file by file. Written in
/// base64 these alone come to 133.
const LIMIT: usize = 140;

/// What the one file weighs, and what it could weigh at best.
pub(crate) struct Weight {
    /// The bytes of the file.
    pub(crate) file: usize,
    /// The bytes of the built files that it holds, each compressed by itself as `gzip -9` does: the app, its scripts
    /// and styles, the fonts, the data, the licences. The page itself and what unpacks them are not counted.
    pub(crate) held: usize,
}

impl Weight {
    /// How many bytes it weighs for each hundred that it holds, rounded up.
    fn percent(&self) -> usize {
        (self.file * 100).div_ceil(self.held.max(1))
    }

    /// The file's size, and what that comes to, as a sentence.
    pub(crate) fn words(&self) -> String {
        format!(
            "{NAME} weighs {} bytes, {} for each hundred of the {} that are the files in it after `gzip -9`; at most {LIMIT}.",
            grouped(self.file),
            self.percent(),
            grouped(self.held),
        )
    }

    /// Fails when the file is much more than what it holds.
    pub(crate) fn holds(&self) -> Result<()> {
        ensure!(
            self.percent() <= LIMIT,
            "{NAME} weighs {} bytes for each hundred that it holds, and may weigh {LIMIT}; what stands in it as it is, \
             and not in a compressed block, weighs most",
            self.percent(),
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, Weight};

    #[test]
    fn the_one_file_is_held_against_what_is_in_it() {
        let heavy = |file| Weight { file, held: 1_000 };
        assert!(heavy(LIMIT * 10).holds().is_ok());
        assert!(heavy(LIMIT * 10 + 1).holds().is_err());
        assert!(heavy(1_234).words().contains(" weighs 1,234 bytes, 124 for each hundred of the 1,000 "));
    }
}
