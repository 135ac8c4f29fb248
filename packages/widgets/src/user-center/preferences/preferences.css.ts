/** The preferences. */
export const preferencesCss = `
.preferences{display:flex;flex-direction:column;gap:calc(var(--_s)*4)}
.sheet>.preferences{position:absolute;inset:0;padding:calc(var(--_s)*5) calc(var(--_s)*6);background:var(--_surface);overflow:auto;animation:fade .16s ease-out}
.preferences>header{display:flex;align-items:center;gap:calc(var(--_s)*2);min-block-size:32px;padding-inline-end:calc(var(--_s)*9)}
.preferences h2{font-weight:650;font-size:1.143em}
.back{display:grid;place-items:center;flex:none;inline-size:32px;block-size:32px;margin-inline-start:-6px;border-radius:50%;color:var(--_muted);transition:background .12s,color .12s}
.root .back:hover{background:var(--_track);color:var(--_text)}
[dir=rtl] .icon-return{transform:scaleX(-1)}
.fate{margin-inline-start:auto;color:var(--_muted);font-size:.929em;text-align:end}
.fate.saved{color:var(--_success)}
.preferences fieldset{min-inline-size:0;margin:0;padding:4px 0;border:1px solid var(--_border);border-radius:var(--_radius)}
.preferences fieldset:disabled .choice,.preferences fieldset:disabled .alias{color:var(--_muted);cursor:default}
.preferences legend:not(.unseen){float:inline-start;inline-size:100%;padding:calc(var(--_s)*3) calc(var(--_s)*4) 4px;font-weight:650}
.preferences legend+*{clear:both}
.choice{display:flex;align-items:flex-start;gap:calc(var(--_s)*3);padding:10px calc(var(--_s)*4);cursor:pointer}
.choice>span{flex:1;min-inline-size:0}
.choice .name{display:block;font-weight:500}
.choice .note{display:block;font-size:.857em}
.choice input{appearance:none;flex:none;display:grid;place-items:center;inline-size:18px;block-size:18px;margin:1px 0;border:2px solid var(--_muted);border-radius:50%;background:var(--_surface);cursor:inherit;transition:background .12s,border-color .12s}
.choice input::after{content:"";inline-size:8px;block-size:8px;border-radius:50%;background:var(--_on-accent);transform:scale(0);transition:transform .12s var(--_ease)}
.choice input:checked{border-color:var(--_accent-mark);background:var(--_accent-mark)}
.choice input[type=radio]:checked{box-shadow:inset 0 0 0 2px var(--_surface)}
.choice input[type=radio]::after{content:none}
.root .switch input{display:block;inline-size:38px;block-size:22px;border-radius:99px;padding:2px;border-width:2px;place-items:start}
.switch input::after{display:block;inline-size:14px;block-size:14px;background:var(--_muted);transform:none;transition:transform .16s var(--_ease)}
.switch input:checked::after{background:var(--_surface);transform:translateX(16px)}
[dir=rtl] .switch input:checked::after{transform:translateX(-16px)}
.alias{padding:4px calc(var(--_s)*4) calc(var(--_s)*3);margin-inline-start:calc(18px + var(--_s)*3)}
.alias label{font-weight:500;font-size:.929em}
.alias div{display:flex;flex-wrap:wrap;gap:calc(var(--_s)*2);margin-block:4px}
.alias input{flex:1 1 120px;min-inline-size:0;padding:7px 10px;border:1px solid var(--_muted);border-radius:calc(var(--_radius)*.7);background:var(--_surface);color:inherit;font:inherit}
.alias .note{font-size:.857em}
.root .button:disabled{color:var(--_muted);cursor:default;background:none}
@media (forced-colors:active){
.choice input{appearance:auto}
}
`;
