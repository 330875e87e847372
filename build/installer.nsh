; Offers Synoptic under “Open with” for what it reads. The keys below Applications say what a program can open
; and never make it the default: https://learn.microsoft.com/windows/win32/shell/app-registration
; SHELL_CONTEXT is the user's hive or the machine's, as was chosen when installing.

!define SYNOPTIC_KEY "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"

!macro synopticReads EXTENSION
  WriteRegStr SHELL_CONTEXT "${SYNOPTIC_KEY}\SupportedTypes" "${EXTENSION}" ""
!macroend

; So that Explorer sees what changed without signing in again: SHCNE_ASSOCCHANGED.
!macro synopticTellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${SYNOPTIC_KEY}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${SYNOPTIC_KEY}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro synopticReads ".txt"
  !insertmacro synopticReads ".text"
  !insertmacro synopticReads ".md"
  !insertmacro synopticReads ".markdown"
  !insertmacro synopticReads ".html"
  !insertmacro synopticReads ".htm"
  !insertmacro synopticReads ".xhtml"
  !insertmacro synopticTellExplorer
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "${SYNOPTIC_KEY}"
  !insertmacro synopticTellExplorer
!macroend
