System.out.println("Vitrine in JShell: a glass case for transformers. Try one of these; examples() shows them again.\n\n" + examples() + "\n")
