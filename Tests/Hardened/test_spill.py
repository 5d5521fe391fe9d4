"""Large blocks of memory that lie in a file: the program's `malloc` by itself, under threads."""

import os
import subprocess
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SPILL = os.path.join(HERE, "../../Sources/CSpill")


class Spill(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="gtm-spill-", dir="/var/tmp")
        cls.program = os.path.join(cls.folder.name, "spill")
        subprocess.run(
            ["cc", "-O1", "-pthread", f"-I{SPILL}/include", "-o", cls.program, f"{SPILL}/spill.c", f"{HERE}/spill.c"], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def hammered(self, folder, *under):
        done = subprocess.run([*under, self.program, folder], capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout.split()

    def test_blocks_in_the_file_keep_what_is_in_them_and_the_file_has_no_name(self):
        self.assertEqual(self.hammered(self.folder.name), ["1", "0"])
        self.assertEqual(os.listdir(self.folder.name), ["spill"])

    def test_where_there_can_be_no_such_file_memory_is_used(self):
        self.assertEqual(self.hammered("/nowhere")[0], "0")
        self.assertEqual(self.hammered("/dev/shm")[0], "0")
        self.assertEqual(self.hammered(self.folder.name, "prlimit", "--as=4000000000")[0], "0")
        self.assertEqual(self.hammered(self.folder.name, "prlimit", "--fsize=1000000000")[0], "0")


if __name__ == "__main__":
    unittest.main()
