//! What the connections of one server share: the release that is published, what was asked for, and whether there are
//! answers at all.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};

use super::answer::Folder;

/// A static host with one site.
#[derive(Debug)]
pub(super) struct Host {
    base: String,
    published: Mutex<Arc<Folder>>,
    asked: Mutex<Vec<String>>,
    /// How many answers are left; without a number, any number.
    left: Mutex<Option<usize>>,
}

impl Host {
    /// A host with the site in the folder `dist` below the path `base`, with or without slashes round it.
    pub(super) fn new(dist: PathBuf, base: &str) -> Result<Self> {
        let base = match base.trim_matches('/') {
            "" => "/".to_owned(),
            name => format!("/{name}/"),
        };
        let published = Mutex::new(Arc::new(folder(dist, &base)?));
        Ok(Self { base, published, asked: Mutex::default(), left: Mutex::default() })
    }

    /// The path of the site, with a slash at both ends.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// Takes another folder from now on.
    pub(super) fn publish(&self, dist: PathBuf) -> Result<()> {
        *lock(&self.published) = Arc::new(folder(dist, &self.base)?);
        Ok(())
    }

    /// Gives that many answers more.
    pub(super) fn answer_only(&self, left: Option<usize>) {
        *lock(&self.left) = left;
    }

    /// What was asked for since this was asked last.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.asked))
    }

    /// Notes that `target` is asked for, and gives the folder to answer from unless there are no answers left.
    pub(super) fn ask(&self, target: &str) -> Option<Arc<Folder>> {
        lock(&self.asked).push(target.to_owned());
        let mut left = lock(&self.left);
        if let Some(answers) = left.as_mut() {
            *answers = answers.checked_sub(1)?;
        }
        Some(Arc::clone(&lock(&self.published)))
    }
}

fn folder(dist: PathBuf, base: &str) -> Result<Folder> {
    ensure!(
        dist.join("index.html").is_file(),
        "there is no site in {}; `cargo xtask test --only sites` builds them",
        dist.display()
    );
    Ok(Folder { dist, base: base.to_owned() })
}

/// What is behind a lock; no thread leaves it half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
