import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e9ecfa',
  '#d3d9f5',
  '#b3beee',
  '#98a9ff',
  '#7f92f5',
  '#5a6fe0',
  '#4158cb',
  '#2f45b5',
  '#24379a',
  '#1a2a7d',
]

const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f1efea',
  '#e4e1d9',
  '#d6d3ca',
  '#c9c5ba',
  '#a5a399',
  '#656c78',
  '#525966',
  '#383d47',
  '#1b1f27',
]

const dark: MantineColorsTuple = [
  '#e9e7e0',
  '#b1b6c0',
  '#969ca8',
  '#6d7380',
  '#424855',
  '#282c35',
  '#1e222a',
  '#171a20',
  '#101217',
  '#0c0e12',
]

const red: MantineColorsTuple = [
  '#fbeeec',
  '#fae6e3',
  '#f3c9c4',
  '#f2887e',
  '#df6a60',
  '#cc4a40',
  '#bf3d33',
  '#b3332a',
  '#952820',
  '#6f1c17',
]

const yellow: MantineColorsTuple = [
  '#fdf7e9',
  '#fbf0d8',
  '#f5deb0',
  '#e9b44f',
  '#dd9a26',
  '#c4821a',
  '#ab6d10',
  '#93590a',
  '#754606',
  '#573303',
]

const green: MantineColorsTuple = [
  '#eef8f4',
  '#e0f1ea',
  '#b7dfd0',
  '#4fc59c',
  '#37a983',
  '#228f6d',
  '#1a8263',
  '#14785a',
  '#0f5f47',
  '#094634',
]

/** What is filled is light in the dark theme; Mantine would keep white text on it. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colors, color: 'var(--sn-on-solid)' } : colors
}

/** Dense by default: 14 px text, 34 px controls, 6 px corners. */
const quietLine = 'color-mix(in srgb, currentColor 35%, transparent)'

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  colors: { accent, gray, dark, red, yellow, green },
  black: '#1b1f27',
  fontFamily: "'IBM Plex Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Underlined, so that colour alone never says what is a link; the line stays quiet until the link is reached.
    Anchor: {
      defaultProps: { underline: 'always' },
      styles: { root: { textDecorationColor: quietLine, textUnderlineOffset: '0.2em' } },
    },
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { label: { marginBottom: 3 }, description: { marginBottom: 5, fontSize: '0.75rem' } } },
    Alert: { styles: { message: { color: 'var(--sn-ink)' } } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 250,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Popover: { defaultProps: { shadow: 'md', withArrow: false } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Modal: { defaultProps: { closeOnClickOutside: false, centered: true } },
    Drawer: { defaultProps: { closeOnClickOutside: false, position: 'right' } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--sn-surface)',
  '--mantine-color-text': 'var(--sn-ink)',
  '--mantine-color-dimmed': 'var(--sn-ink-3)',
  '--mantine-color-default-border': 'var(--sn-line-strong)',
  '--mantine-color-anchor': 'var(--sn-accent)',
  '--mantine-color-placeholder': 'var(--sn-ink-3)',
  '--mantine-primary-color-contrast': 'var(--sn-on-solid)',
  '--mantine-color-error': 'var(--sn-failing)',
  '--mantine-color-accent-light': 'var(--sn-accent-soft)',
  '--mantine-color-accent-light-hover': 'color-mix(in srgb, var(--sn-accent) 18%, var(--sn-surface))',
  '--mantine-color-accent-light-color': 'var(--sn-accent-strong)',
  '--mantine-color-red-light': 'var(--sn-failing-soft)',
  '--mantine-color-red-light-color': 'var(--sn-failing)',
  '--mantine-color-yellow-light': 'var(--sn-stale-soft)',
  '--mantine-color-yellow-light-color': 'var(--sn-stale)',
  '--mantine-color-green-light': 'var(--sn-proven-soft)',
  '--mantine-color-green-light-color': 'var(--sn-proven)',
}

/** Hands our tokens to Mantine, so that its own components follow the palette. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: { ...shared, '--mantine-color-default': 'var(--sn-raised)', '--mantine-color-default-hover': 'var(--sn-line)' },
})
