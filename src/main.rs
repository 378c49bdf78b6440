//! The browser's way in.

/// Some 3,000 bytes lighter, compressed, than the allocator of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    liner_notes::start();
}
