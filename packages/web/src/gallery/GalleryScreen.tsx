import { ProofGallery } from './ProofGallery.tsx'

export function Screen() {
  return (
    <main style={{ maxWidth: 1180, margin: '0 auto', padding: '28px 20px' }}>
      <ProofGallery />
    </main>
  )
}
