/* `sh -c "COMMAND"` for git on Windows: starts a command that needs nothing of a shell but its single quotes. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static HANDLE inherited(DWORD stream) {
    HANDLE found = GetStdHandle(stream);
    SetHandleInformation(found, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return found;
}

int wmain(int count, wchar_t **words) {
    DWORD code = 127;
    PROCESS_INFORMATION started;
    STARTUPINFOW given = {sizeof given};
    if (count < 3 || wcscmp(words[1], L"-c") || wcspbrk(words[2], L"\"$`|&;<>(")) {
        fputs("sh: only -c COMMAND is known here, without $ \" ` | & ; < > (\n", stderr);
        return code;
    }
    for (wchar_t *each = words[2]; *each; each++) if (*each == '\'') *each = '"';
    given.dwFlags = STARTF_USESTDHANDLES;
    given.hStdInput = inherited(STD_INPUT_HANDLE);
    given.hStdOutput = inherited(STD_OUTPUT_HANDLE);
    given.hStdError = inherited(STD_ERROR_HANDLE);
    if (CreateProcessW(NULL, words[2], NULL, NULL, TRUE, 0, NULL, NULL, &given, &started)) {
        WaitForSingleObject(started.hProcess, INFINITE);
        GetExitCodeProcess(started.hProcess, &code);
    } else fputs("sh: cannot start the command\n", stderr);
    return code;
}
