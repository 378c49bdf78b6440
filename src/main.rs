//! The browser's way in.

/// Weighs half of what the standard library's allocator does, and takes as long for a busy heap as for a fresh one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    liner_notes::start();
}
