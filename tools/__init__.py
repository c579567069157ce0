"""What builds files of the repository; no part of the program."""
