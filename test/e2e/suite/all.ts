/** Every test that runs inside VS Code. */
import './diagnostics.ts';
